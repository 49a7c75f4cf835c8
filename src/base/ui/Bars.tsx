/** A share drawn in a table cell: the row's part of the largest, with its figure beside it. */
import type { ReactNode } from "react";

export function BarCell(props: { part: number; color?: string; children?: ReactNode }) {
  const width = `${Math.max(0, Math.min(1, props.part)) * 100}%`;
  return (
    <span className="qd-bar">
      <i aria-hidden style={{ width, background: props.color ?? "var(--qd-accent-fill)" }} />
      {props.children}
    </span>
  );
}
