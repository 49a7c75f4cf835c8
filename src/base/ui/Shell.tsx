/** The frame around every page: rail, header with the day that is shown, command palette, keyboard. */
import "./styles.css";
import { ActionIcon, Burger, Drawer, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconKeyboard, IconMoon, IconSearch, IconSun } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AsOfControl } from "./AsOfControl.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";
import { type Keys, useKeys } from "./keyboard.ts";
import { Navigation } from "./Navigation.tsx";
import type { NavEntry } from "./navigation.ts";
import { type TimeTravel, useTimeTravel } from "./time-travel.ts";
import { formatDay } from "./words.ts";

interface ShellProps {
  entries: readonly NavEntry[];
  /** The name of the company and the way to another one. */
  workspace: ReactNode;
  /** What concerns the whole company, above the page. */
  banner?: ReactNode;
  children: ReactNode;
}

export function Shell(props: ShellProps) {
  const [menu, menuDoes] = useDisclosure(false);
  const [help, helpDoes] = useDisclosure(false);
  const travel = useTimeTravel();
  useShellKeys(props.entries, travel, helpDoes.open);
  return (
    <div className="qd-shell">
      <a className="qd-skip" href="#page">
        Skip to the page
      </a>
      <div className="qd-rail">
        <div className="qd-rail-head">{props.workspace}</div>
        <Navigation entries={props.entries} />
      </div>
      <Drawer
        opened={menu}
        onClose={menuDoes.close}
        size={268}
        padding="sm"
        title={props.workspace}
        closeButtonProps={{ "aria-label": "Close the menu" }}
      >
        <Navigation entries={props.entries} onGo={menuDoes.close} />
      </Drawer>
      <div className="qd-main">
        <header className="qd-head">
          <Burger className="qd-burger" size="sm" opened={menu} onClick={menuDoes.toggle} aria-label="Menu" />
          <button type="button" className="qd-search" onClick={spotlight.open}>
            <IconSearch size={15} aria-hidden />
            <span>Search or go to</span>
            <kbd className="qd-kbd" aria-hidden>
              Ctrl K
            </kbd>
          </button>
          <div className="qd-head-side">
            <AsOfControl travel={travel} />
            <HeadTools onHelp={helpDoes.open} />
          </div>
        </header>
        {travel.past ? <PastBar travel={travel} /> : null}
        {props.banner}
        <main id="page" className="qd-content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <KeyboardHelp opened={help} onClose={helpDoes.close} keys={keyMap(props.entries)} />
    </div>
  );
}

function HeadTools({ onHelp }: { onHelp: () => void }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const dark = scheme === "dark";
  return (
    <>
      <ActionIcon className="qd-wide" variant="subtle" color="gray" aria-label="Keyboard" onClick={onHelp}>
        <IconKeyboard size={17} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={dark ? "Use light colours" : "Use dark colours"}
        onClick={() => setColorScheme(dark ? "light" : "dark")}
      >
        {dark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
      </ActionIcon>
    </>
  );
}

/** Says that the past is on screen, so that nobody takes it for today. */
function PastBar({ travel }: { travel: TimeTravel }) {
  return (
    <div className="qd-past" role="status">
      <span>
        Everything is shown as it stood at the end of <strong>{formatDay(travel.day.toString())}</strong>.
      </span>
      <button type="button" onClick={travel.today}>
        Back to today
      </button>
    </div>
  );
}

function useShellKeys(entries: readonly NavEntry[], travel: TimeTravel, help: () => void): void {
  const navigate = useNavigate();
  const keys: Keys = { "?": help, "[": travel.back, "]": travel.on, t: travel.today };
  for (const entry of entries) {
    if (entry.key) keys[`g ${entry.key}`] = () => void navigate({ to: entry.path as "/" });
  }
  useKeys(keys);
}

function keyMap(entries: readonly NavEntry[]): (readonly [string, string])[] {
  return [
    ["Ctrl K", "Search, or go to anything by name"],
    ...entries.flatMap((entry) => (entry.key ? [[`g ${entry.key}`, `Go to ${entry.title}`] as const] : [])),
    ["[", "Move the company back in time"],
    ["]", "Move it on"],
    ["t", "Back to today"],
    ["↑ ↓", "Walk through a table"],
    ["Enter", "Open the row"],
    ["Esc", "Close the panel"],
    ["?", "This map"],
  ];
}
