/** A form beside the page that it belongs to: what is changed stays in sight. Escape leaves it. */
import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

export function SideForm(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position="right"
      size={420}
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {props.note ? <p className="qd-side-note">{props.note}</p> : null}
      {props.children}
    </Drawer>
  );
}
