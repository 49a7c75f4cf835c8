/** Asks before something that cannot simply be taken back: what will happen, and a button that says it. */
import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { type Doing, Refused } from "./Form.tsx";

export function Confirm(props: {
  opened: boolean;
  onClose: () => void;
  /** The question: "Remove the field Segment?" */
  title: string;
  /** What follows from it, and what stays. */
  children: ReactNode;
  /** What the button does: "Remove the field". */
  verb: string;
  onConfirm: () => void;
  doing?: Doing;
  /** Something is taken away. */
  removes?: boolean;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={440}
      radius="lg"
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="qd-confirm">
        {props.children}
        <Refused failure={props.doing?.error} />
        <div className="qd-form-end">
          <Button
            data-autofocus
            {...(props.removes ? { color: "red" } : {})}
            loading={props.doing?.isPending ?? false}
            onClick={props.onConfirm}
          >
            {props.verb}
          </Button>
          <Button variant="subtle" color="gray" onClick={props.onClose}>
            Cancel
          </Button>
        </div>
      </div>
    </Modal>
  );
}
