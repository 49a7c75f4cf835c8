/** The frame around every page: rail, header with scope and day, command palette, keyboard, help. */
import "../styles.css";
import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { ScopeControl } from "../scope/ScopeControl.tsx";
import type { ScopeGroup } from "../scope/ScopePicker.tsx";
import { AsOfControl } from "../time/AsOfControl.tsx";
import { type Pulse, Timeline } from "../time/Timeline.tsx";
import { type TimeTravel, useTimeTravel } from "../time/time-travel.ts";
import type { KnownDays } from "../time/timeline.ts";
import { useNeighbours } from "../time/use-neighbours.ts";
import { formatDay } from "../words.ts";
import { HeadTools } from "./HeadTools.tsx";
import type { HelpPage, KeyMap } from "./Help.tsx";
import { type Keys, useKeys } from "./keyboard.ts";
import { Navigation } from "./Navigation.tsx";
import type { NavEntry } from "./navigation.ts";

const Help = lazy(() => import("./Help.tsx"));

interface ShellProps {
  entries: readonly NavEntry[];
  /** The name of the company and the way to another one. */
  workspace: ReactNode;
  /** What concerns the whole company, above the page. */
  banner?: ReactNode;
  /** The days of which anything is known, and how large the company was on them. */
  time: { known: KnownDays; pulse: Pulse };
  useScopeGroups: () => readonly ScopeGroup[] | undefined;
  /** The page that is open, for its help; null where it has none. */
  page: HelpPage | null;
  help: { opened: boolean; open: () => void; close: () => void };
  helpLinks: readonly { readonly to: string; readonly label: string }[];
  children: ReactNode;
}

export function Shell(props: ShellProps) {
  const [menu, menuDoes] = useDisclosure(false);
  const { help } = props;
  const travel = useTimeTravel();
  useNeighbours(travel);
  useShellKeys(props.entries, travel, help.open);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-past", travel.past);
  }, [travel.past]);
  return (
    <div className="qd-shell" data-past={travel.past || undefined}>
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
        <HeadTools
          onHelp={() => {
            menuDoes.close();
            help.open();
          }}
        />
      </Drawer>
      <div className="qd-main">
        <header className="qd-head">
          <Burger className="qd-burger" size="sm" opened={menu} onClick={menuDoes.toggle} aria-label="Menu" />
          <SearchButton />
          <ScopeControl useGroups={props.useScopeGroups} />
          <Timeline travel={travel} {...props.time} />
          <AsOfControl travel={travel} {...props.time} />
          <HeadTools onHelp={help.open} />
        </header>
        <PastSaid travel={travel} />
        {props.banner}
        <main id="page" className="qd-content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <Suspense>
        {help.opened ? (
          <Help
            opened={help.opened}
            onClose={help.close}
            page={props.page}
            keys={keyMap(props.entries)}
            links={props.helpLinks}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function SearchButton() {
  return (
    <button type="button" className="qd-search" onClick={spotlight.open}>
      <IconSearch size={15} aria-hidden />
      <span>Search or go to</span>
      <kbd className="qd-kbd" aria-hidden>
        Ctrl K
      </kbd>
    </button>
  );
}

/** Says to a screen reader that the past is on screen; the eye sees it on the header. */
function PastSaid({ travel }: { travel: TimeTravel }) {
  return (
    <p className="qd-hidden" role="status">
      {travel.past
        ? `Everything is shown as it stood at the end of ${formatDay(travel.day.toString())}.`
        : null}
    </p>
  );
}

function useShellKeys(entries: readonly NavEntry[], travel: TimeTravel, help: () => void): void {
  const navigate = useNavigate();
  const keys: Keys = { "?": help, "/": spotlight.open, "[": travel.back, "]": travel.on, t: travel.today };
  for (const entry of entries) {
    if (entry.key) keys[`g ${entry.key}`] = () => void navigate({ to: entry.path as "/" });
  }
  useKeys(keys);
}

function keyMap(entries: readonly NavEntry[]): KeyMap {
  return [
    {
      label: "Everywhere",
      keys: [
        ["Ctrl K", "Search, or go to anything by name; / does the same"],
        ["Ctrl Z", "Take back what was done last"],
        ["[", "Move the company back in time"],
        ["]", "Move it on"],
        ["t", "Back to today"],
        ["?", "This help"],
      ],
    },
    {
      label: "In tables and charts",
      keys: [
        ["↑ ↓", "Walk through a table"],
        ["← →", "Walk through a chart, or along the line of days"],
        ["Enter", "Open what is marked"],
        ["Esc", "Close the panel"],
      ],
    },
    {
      label: "Go to",
      keys: entries.flatMap((entry) => (entry.key ? [[`g ${entry.key}`, entry.title] as const] : [])),
    },
  ];
}
