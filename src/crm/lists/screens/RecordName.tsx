/** The name of a record in its list: a press opens it beside the list, Ctrl and a press its own page in another tab. */
import type { MouseEvent, PointerEvent, ReactNode } from "react";
import { carryShownDay } from "#base/ui";

export function RecordName(props: { href: string; name: ReactNode; onOpen: () => void }) {
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onOpen();
  };
  const keepDay = (event: PointerEvent<HTMLAnchorElement>) => {
    event.currentTarget.href = carryShownDay(props.href);
  };
  return (
    <a href={props.href} className="qd-record-link" tabIndex={-1} onPointerDown={keepDay} onClick={press}>
      {props.name}
    </a>
  );
}
