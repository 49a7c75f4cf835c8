/** What a part shows when it has nothing, is waiting, or failed. Each says what to do next. */
import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { problemOf } from "./connection.tsx";
import { Section } from "./Page.tsx";

export function Empty(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="qd-state">
      <h2>{props.title}</h2>
      {props.children ? <p>{props.children}</p> : null}
      {props.action}
    </div>
  );
}

/** Grey lines where the content will stand, of about its size, so that nothing jumps. */
export function Loading({
  rows = 8,
  height = 18,
  label = "Loading",
}: {
  rows?: number;
  height?: number;
  label?: string;
}) {
  return (
    <div className="qd-loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other identity
        <Skeleton key={row} height={height} width={`${92 - ((row * 17) % 38)}%`} />
      ))}
    </div>
  );
}

/** More than can be shown or read: how much there is, and what makes it less. */
export function TooMuch(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="qd-too-much" role="status">
      <span>
        <strong>{props.title}</strong> {props.children}
      </span>
      {props.action}
    </div>
  );
}

/** What happened, what to do, and a way to try again. */
export function Failed({ failure, retry }: { failure: unknown; retry?: () => unknown }) {
  const problem = problemOf(failure);
  return (
    <div className="qd-state" role="alert">
      <h2>{problem.detail}</h2>
      {problem.fix ? <p>{problem.fix}</p> : null}
      {problem.fields?.length ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.field}>
              <strong>{field.field}</strong> {field.message}
            </li>
          ))}
        </ul>
      ) : null}
      {retry ? (
        <Button variant="default" size="xs" onClick={() => void retry()}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Fetches the next page of a list, as long as there is one. */
export function More({ of, label = "Show more" }: { of: Paged; label?: string }) {
  if (!of.hasNextPage) return null;
  return (
    <div className="qd-more">
      <Button
        size="xs"
        variant="default"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        {label}
      </Button>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  isPlaceholderData?: boolean;
  refetch?: () => unknown;
}

/**
 * Shows an answer when it is there, and the right state while it is not; an older answer stays, dimmed. A part that draws
 * its own frame around the answer says so, and gets one around a failure too.
 */
export function Answer<T>(props: {
  of: Asked<T>;
  loading?: ReactNode;
  framed?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { of } = props;
  if (of.error && (of.data === undefined || of.isPlaceholderData)) {
    const failed = <Failed failure={of.error} {...(of.refetch ? { retry: of.refetch } : {})} />;
    return props.framed ? <Section>{failed}</Section> : failed;
  }
  if (of.data === undefined) return props.loading ?? <Loading />;
  return (
    <div
      className="qd-answer"
      data-older={of.isPlaceholderData || undefined}
      aria-busy={of.isPlaceholderData || undefined}
    >
      {props.children(of.data)}
    </div>
  );
}
