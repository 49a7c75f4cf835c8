/** What stands at the end of the header: help, and the colours of the page. */
import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconHelp, IconMoon, IconSun } from "@tabler/icons-react";

export function HeadTools({ onHelp }: { onHelp: () => void }) {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const other = dark ? "Use light colours" : "Use dark colours";
  return (
    <div className="qd-head-tools">
      <Tooltip label="Help and keyboard">
        <ActionIcon aria-label="Help" onClick={onHelp}>
          <IconHelp size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={other}>
        <ActionIcon aria-label={other} onClick={() => setColorScheme(dark ? "light" : "dark")}>
          {dark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
