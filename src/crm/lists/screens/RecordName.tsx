/** The name of a record in its list: a press opens it beside the list, Ctrl and a press its own page in another tab. */
import type { MouseEvent, ReactNode } from "react";

export function RecordName(props: { href: string; name: ReactNode; onOpen: () => void }) {
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onOpen();
  };
  return (
    <a href={props.href} className="qd-record-link" tabIndex={-1} onClick={press}>
      {props.name}
    </a>
  );
}
