/** What can be done with the records that are chosen in a list. */
import { Button, CloseButton } from "@mantine/core";
import { IconCopy, IconPencil } from "@tabler/icons-react";
import { counted } from "#base/ui";

export function ChosenBar(props: {
  count: number;
  one: string;
  many: string;
  onChange: () => void;
  onCopy: () => void;
  onClear: () => void;
}) {
  if (props.count === 0) return null;
  const button = { size: "compact-xs", variant: "subtle" } as const;
  return (
    <section className="qd-chosen" aria-label="Chosen">
      <strong>{counted(props.count, props.one, props.many.toLowerCase())} chosen</strong>
      <Button {...button} leftSection={<IconPencil size={13} />} onClick={props.onChange}>
        Change
      </Button>
      <Button {...button} leftSection={<IconCopy size={13} />} onClick={props.onCopy}>
        Copy
      </Button>
      <CloseButton size="sm" aria-label="Choose none" title="Choose none (Esc)" onClick={props.onClear} />
    </section>
  );
}
