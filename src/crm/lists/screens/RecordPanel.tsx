/** A record beside its list, with the way to the one before, the one after, and its own page. */
import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowsDiagonal, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount, SidePanel, useKeys } from "#base/ui";
import type { OpenRecord } from "./use-open-record.ts";

export function RecordPanel<T>(props: {
  opened: OpenRecord<T>;
  label: string;
  title: string;
  note?: ReactNode;
  /** Its own page, where it has one. */
  path?: string;
  children: ReactNode;
}) {
  const { opened } = props;
  const [onwards, back] = [() => opened.next?.(), () => opened.previous?.()];
  useKeys({ j: onwards, J: onwards, k: back, K: back });
  const icon = { size: "sm", variant: "subtle", color: "gray" } as const;
  return (
    <SidePanel label={props.label} title={props.title} note={props.note} onClose={opened.close}>
      <div className="qd-panel-tools">
        <ActionIcon
          {...icon}
          aria-label="Previous"
          title="Previous (K)"
          disabled={!opened.previous}
          onClick={opened.previous}
        >
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon
          {...icon}
          aria-label="Next"
          title="Next (J)"
          disabled={!opened.next}
          onClick={opened.next}
        >
          <IconArrowDown size={15} />
        </ActionIcon>
        <span className="qd-faint">
          {opened.place === null ? "Not in this list" : `Line ${formatCount(opened.place + 1)}`}
        </span>
        {props.path ? (
          <Link to={props.path as "/"} className="qd-panel-page">
            <IconArrowsDiagonal size={14} aria-hidden /> Open its page
          </Link>
        ) : null}
      </div>
      <div className="qd-panel-parts">{props.children}</div>
    </SidePanel>
  );
}
