/** One person's box in the chart with those below it. */
import { Menu } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsTransferDown, IconChevronDown, IconDots } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { counted, Person } from "#base/ui";
import type { Spanned } from "../../span.ts";
import type { Branch, Line } from "../tree.ts";
import type { Drag } from "./use-drag.ts";

/** What every box of the chart knows. */
export interface ChartSight {
  readonly spans: ReadonlyMap<string, Spanned>;
  readonly hits: ReadonlySet<string>;
  readonly opened: string | undefined;
  /** Where the focus stops. */
  readonly stop: string | undefined;
  readonly drag: Drag;
  readonly isClosed: (one: Branch, level: number) => boolean;
  readonly onKeys: (event: KeyboardEvent, id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly onTurn: (line: Line) => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string) => void;
}

export function ChartBranch({ line, sight }: { line: Line; sight: ChartSight }) {
  const { branch, level } = line;
  const leads = branch.below.length > 0;
  const closed = leads && sight.isClosed(branch, level);
  // Those who lead stand side by side; those who do not, in a column.
  const leading = branch.below.filter(({ below }) => below.length > 0);
  const alone = branch.below.filter(({ below }) => below.length === 0);
  const inner = (one: Branch) => (
    <ChartBranch key={one.id} line={{ branch: one, level: level + 1, parent: branch.id }} sight={sight} />
  );
  return (
    <div
      role="treeitem"
      className="qd-org-branch"
      data-person={branch.id}
      aria-label={saidOf(branch, sight.spans.get(branch.id))}
      aria-level={level}
      aria-expanded={leads ? !closed : undefined}
      aria-selected={branch.id === sight.opened}
      aria-keyshortcuts="m"
      tabIndex={branch.id === sight.stop ? 0 : -1}
      onKeyDown={(event) => sight.onKeys(event, branch.id)}
      onFocus={(event) => event.target === event.currentTarget && sight.onFocus(branch.id)}
    >
      <Box line={line} closed={closed} sight={sight} />
      {leads && !closed ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
        <div role="group" className="qd-org-below" data-stacked={leading.length === 0 || undefined}>
          {leading.map(inner)}
          {leading.length === 0 ? (
            alone.map(inner)
          ) : alone.length === 0 ? null : (
            <div className="qd-org-stack">{alone.map(inner)}</div>
          )}
        </div>
      ) : null}
    </div>
  );
}

/** "Astrid Solheim, VP of Sales, Northern Europe, 5 direct reports, 34 people in all". */
function saidOf({ label, person }: Branch, span: Spanned | undefined): string {
  const reports = span?.direct
    ? [
        counted(span.direct, "direct report"),
        ...(span.all > span.direct ? [`${counted(span.all, "person", "people")} in all`] : []),
      ]
    : [];
  return [label, person?.title, person?.team?.name, ...reports].filter(Boolean).join(", ");
}

function Box({ line, closed, sight }: { line: Line; closed: boolean; sight: ChartSight }) {
  const { branch } = line;
  const { person } = branch;
  const { drag } = sight;
  const span = sight.spans.get(branch.id);
  const over = drag.over === branch.id;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree item around it is what keys reach
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the tree item does the same
    <div
      className="qd-org-box"
      data-open={branch.id === sight.opened || undefined}
      data-hit={sight.hits.has(branch.id) || undefined}
      data-over={over || undefined}
      data-refuses={(drag.moving !== null && !drag.takes(branch.id)) || undefined}
      draggable
      onClick={() => sight.onOpen(branch.id)}
      onDragStart={(event) => drag.start(event, branch)}
      onDragOver={(event) => drag.enter(event, branch.id)}
      onDrop={(event) => drag.drop(event, branch.id)}
      onDragEnd={drag.end}
    >
      <div className="qd-org-name">
        <Person name={branch.label} />
        <BoxMenu branch={branch} sight={sight} />
      </div>
      <div className="qd-org-said" title={person?.title ?? undefined}>
        {person?.title ?? "\u00a0"}
      </div>
      <div className="qd-org-foot">
        <span className="qd-org-said qd-faint" title={person?.team?.name}>
          {person?.team?.name ?? "\u00a0"}
        </span>
        {span && span.direct > 0 ? (
          <button
            type="button"
            className="qd-org-turn"
            tabIndex={-1}
            aria-label={`${closed ? "Show" : "Hide"} who is below ${branch.label}`}
            onClick={(event) => {
              event.stopPropagation();
              sight.onTurn(line);
            }}
          >
            <span className="qd-number">
              {span.direct}
              {span.all > span.direct ? <span className="qd-faint"> · {span.all}</span> : null}
            </span>
            <IconChevronDown size={12} data-closed={closed || undefined} aria-hidden />
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** What can be done with somebody; the menu is made when it is asked for. */
function BoxMenu({ branch, sight }: { branch: Branch; sight: ChartSight }) {
  const [asked, setAsked] = useState(false);
  const button = (
    <button
      type="button"
      className="qd-org-more"
      tabIndex={-1}
      aria-label={`What can be done with ${branch.label}`}
      aria-haspopup="menu"
      onClick={(event) => {
        event.stopPropagation();
        setAsked(true);
      }}
    >
      <IconDots size={14} aria-hidden />
    </button>
  );
  if (!asked) return button;
  return (
    <Menu opened onChange={setAsked} position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconArrowsTransferDown size={14} />} onClick={() => sight.onMove(branch.id)}>
          Move…
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsDiagonal size={14} />} onClick={() => sight.onOpen(branch.id)}>
          Open
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
