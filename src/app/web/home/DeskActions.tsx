/** Which desk is shown, and the way to arrange it. */
import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconLayoutDashboard } from "@tabler/icons-react";
import type { DeskShown } from "./use-desk.ts";

export function DeskActions(props: { desk: DeskShown; arranging: boolean; onArrange: () => void }) {
  const { desk, choices, choose } = props.desk;
  return (
    <>
      {choices.length > 1 ? (
        <Menu position="bottom-end" shadow="md" width={252}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              <span className="qd-hidden">Desk: </span>
              {desk.name}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Whose desk to look at</Menu.Label>
            <Menu.RadioGroup value={desk.key} onChange={choose}>
              {choices.map(({ key, name }) => (
                <Menu.RadioItem key={key} value={key} closeMenuOnClick>
                  {name}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Button
        variant="default"
        aria-expanded={props.arranging}
        leftSection={<IconLayoutDashboard size={15} aria-hidden />}
        onClick={props.onArrange}
      >
        Arrange
      </Button>
    </>
  );
}
