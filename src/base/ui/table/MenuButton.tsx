/** A quiet button that opens a small panel below it; it says when what it holds differs from nothing. */
import { Button, Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";

export function MenuButton(props: {
  label: ReactNode;
  name: string;
  icon: ReactNode;
  active?: boolean;
  width?: number;
  children: (close: () => void) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      {...(props.width ? { width: props.width } : {})}
    >
      <Popover.Target>
        <Button
          className="qd-menu-button"
          size="compact-xs"
          variant="subtle"
          color="gray"
          data-active={props.active || undefined}
          leftSection={props.icon}
          aria-label={props.name}
          onClick={() => setOpened(!opened)}
        >
          {props.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} className="qd-popover" aria-label={props.name}>
        {props.children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
