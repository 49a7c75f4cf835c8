/** The map of the keyboard, behind "?". */
import { Modal } from "@mantine/core";

export function KeyboardHelp(props: {
  opened: boolean;
  onClose: () => void;
  keys: readonly (readonly [string, string])[];
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Keyboard"
      radius="lg"
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <dl className="qd-keys">
        {props.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key} className="qd-kbd">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
