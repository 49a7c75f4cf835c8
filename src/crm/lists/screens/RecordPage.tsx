/** The page of one record: what it is, what matters first, what is known of it, and what happened; with the way to its neighbours. */
import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Answer, Empty, Failed, formatCount, Loading, Page, problemOf, Section, useKeys } from "#base/ui";
import type { ListRow, ListSpec } from "./list-spec.ts";
import { useNeighbours } from "./trail.ts";

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

export function RecordPage<R, T extends ListRow>(props: {
  spec: ListSpec<T>;
  id: string;
  of: Asked<R>;
  title: (record: R) => string;
  /** One line under the title: what sort of record, and whose. */
  placed: (record: R) => ReactNode;
  actions?: (record: R) => ReactNode;
  /** What one wants to know first, across the page. */
  now?: (record: R) => ReactNode;
  /** What is known of it: narrow, at the side. */
  known: (record: R) => ReactNode;
  /** What belongs to it and what happened: wide. */
  rest: (record: R) => ReactNode;
}) {
  const { of } = props;
  const { data } = of;
  if (data === undefined && of.error)
    return <Lacking spec={props.spec} failure={of.error} retry={of.refetch} />;
  return (
    <Page
      back
      title={data ? props.title(data) : "…"}
      finding={data ? props.placed(data) : "…"}
      actions={
        <>
          {data ? props.actions?.(data) : null}
          <Steps spec={props.spec} id={props.id} />
        </>
      }
      main={
        <Answer of={of} loading={<Waiting />}>
          {(record) => (
            <>
              {props.now?.(record)}
              <div className="qd-record">
                <div className="qd-record-side">{props.known(record)}</div>
                <div className="qd-record-side">{props.rest(record)}</div>
              </div>
            </>
          )}
        </Answer>
      }
    />
  );
}

/** In place of a record that is not there, or could not be asked for. */
function Lacking<T extends ListRow>(props: { spec: ListSpec<T>; failure: unknown; retry: () => unknown }) {
  const { spec, failure } = props;
  const { status, detail, fix } = problemOf(failure);
  if (status !== 404)
    return <Page back title="Not available" main={<Failed failure={failure} retry={props.retry} />} />;
  const many = spec.many.toLowerCase();
  return (
    <Page
      back
      title="Not found"
      main={
        <Empty
          title={detail}
          action={
            <Link to={spec.hrefOf("").replace(/\/$/, "") as "/"} className="qd-link">
              See all {many}
            </Link>
          }
        >
          {fix}
        </Empty>
      }
    />
  );
}

/** About as large as what comes, so that nothing jumps. */
function Waiting() {
  return (
    <>
      <Section>
        <Loading rows={4} />
      </Section>
      <div className="qd-record">
        <Section>
          <Loading rows={8} />
        </Section>
        <Section>
          <Loading rows={12} />
        </Section>
      </div>
    </>
  );
}

/** "12 of 528", with the way up and down the list that one came from. */
function Steps<T extends ListRow>({ spec, id }: { spec: ListSpec<T>; id: string }) {
  const neighbours = useNeighbours(spec, id);
  const [onwards, back] = [() => neighbours?.next?.(), () => neighbours?.previous?.()];
  useKeys({ j: onwards, J: onwards, k: back, K: back });
  if (neighbours === null || neighbours.count < 2) return null;
  const { place, count, previous, next } = neighbours;
  return (
    <nav className="qd-steps" aria-label={`${spec.many} of the list`}>
      <span className="qd-faint qd-number">
        {formatCount(place + 1)} of {formatCount(count)}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Previous"
        title="Previous (K)"
        disabled={!previous}
        onClick={previous}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Next"
        title="Next (J)"
        disabled={!next}
        onClick={next}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </nav>
  );
}
