/** A figure as the way to its measure, over the same days; with `open`, to the records behind it. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function MeasureLink(props: {
  name: string;
  from: string;
  to: string;
  by?: string;
  /** The row whose records are opened; "*" is all of it. */
  open?: string;
  className?: string;
  children: ReactNode;
}) {
  const { name, from, to, by, open } = props;
  return (
    <Link
      to={"/measures/$name" as "/"}
      params={{ name } as never}
      search={{ from, to, ...(by ? { by } : {}), ...(open ? { open } : {}) } as never}
      className={props.className ?? "qd-plain-link"}
    >
      {props.children}
    </Link>
  );
}

/** The row that stands for a whole figure on a measure's page. */
export const wholeFigure = "*";
