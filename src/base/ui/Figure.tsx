/** A figure with its name; the definition is on hover and focus. */
import { Skeleton, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

export function Figure(props: {
  label: string;
  definition?: string | undefined;
  children: ReactNode;
  /** What stands beside or below it, small: a change, an n, a period. */
  note?: ReactNode;
  loading?: boolean;
}) {
  return (
    <div className="qd-figure">
      <Defined definition={props.definition}>
        <span className="qd-figure-label">{props.label}</span>
      </Defined>
      <div className="qd-figure-value">{props.loading ? <Skeleton h={24} w={96} /> : props.children}</div>
      {props.note ? (
        <div className="qd-figure-note">{props.loading ? <Skeleton h={12} w={120} /> : props.note}</div>
      ) : null}
    </div>
  );
}

/** Gives a term its definition on hover and on focus. */
export function Defined({ definition, children }: { definition?: string | undefined; children: ReactNode }) {
  if (!definition) return children;
  return (
    <Tooltip
      label={definition}
      multiline
      maw={320}
      withArrow
      openDelay={250}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be reachable from the keyboard */}
      <span className="qd-defined" tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}
