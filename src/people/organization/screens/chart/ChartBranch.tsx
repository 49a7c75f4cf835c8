/** One person's box in the chart with those below it. */
import { Menu } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsTransferDown, IconChevronDown, IconDots } from "@tabler/icons-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from "react";
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

/** Its place among those who report to the same manager. */
interface Place {
  readonly line: Line;
  readonly at: number;
  readonly of: number;
}

export function ChartBranch({ place, sight }: { place: Place; sight: ChartSight }) {
  const { branch, level } = place.line;
  const { below } = branch;
  const closed = below.length > 0 && sight.isClosed(branch, level);
  // Those who lead come first and stand side by side; those who do not, in a column.
  const leading = below.filter((one) => one.below.length > 0).length;
  const inner = below.map((one, at) => (
    <ChartBranch
      key={one.id}
      place={{ line: { branch: one, level: level + 1, parent: branch.id }, at, of: below.length }}
      sight={sight}
    />
  ));
  return (
    <div className="qd-org-branch">
      <Box place={place} closed={closed} sight={sight} />
      {below.length > 0 && !closed ? (
        <div className="qd-org-below" data-stacked={leading === 0 || undefined}>
          {leading === 0 ? inner : inner.slice(0, leading)}
          {leading === 0 || leading === below.length ? null : (
            <div className="qd-org-stack">{inner.slice(leading)}</div>
          )}
        </div>
      ) : null}
    </div>
  );
}

function Box({ place, closed, sight }: { place: Place; closed: boolean; sight: ChartSight }) {
  const { branch, level } = place.line;
  const { person } = branch;
  const { drag } = sight;
  const leads = branch.below.length > 0;
  const span = sight.spans.get(branch.id);
  return (
    <div
      role="treeitem"
      className="qd-org-box"
      aria-level={level}
      aria-posinset={place.at + 1}
      aria-setsize={place.of}
      aria-expanded={leads ? !closed : undefined}
      aria-selected={branch.id === sight.opened}
      aria-keyshortcuts="m"
      tabIndex={branch.id === sight.stop ? 0 : -1}
      data-person={branch.id}
      data-open={branch.id === sight.opened || undefined}
      data-hit={sight.hits.has(branch.id) || undefined}
      data-over={drag.over === branch.id || undefined}
      data-refuses={(drag.moving !== null && !drag.takes(branch.id)) || undefined}
      draggable
      onKeyDown={(event) => sight.onKeys(event, branch.id)}
      onFocus={() => sight.onFocus(branch.id)}
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
          <>
            <span className="qd-hidden">{reportsText(span)}</span>
            <ByMouse
              className="qd-org-turn"
              title={`${closed ? "Show" : "Hide"} who is below: ${reportsText(span)}`}
              onPress={() => sight.onTurn(place.line)}
            >
              <span className="qd-number">
                {span.direct}
                {span.all > span.direct ? <span className="qd-faint"> · {span.all}</span> : null}
              </span>
              <IconChevronDown size={12} data-closed={closed || undefined} />
            </ByMouse>
          </>
        ) : null}
      </div>
    </div>
  );
}

/** "5 direct reports, 34 people in all". */
function reportsText({ direct, all }: Spanned): string {
  const own = counted(direct, "direct report");
  return all > direct ? `${own}, ${counted(all, "person", "people")} in all` : own;
}

/** What a mouse presses; keys do the same on the box itself, which is what a reader hears. */
function ByMouse(props: { className: string; title: string; onPress: () => void; children: ReactNode }) {
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    props.onPress();
  };
  return (
    <span className={props.className} title={props.title} aria-hidden onClick={press}>
      {props.children}
    </span>
  );
}

/** What can be done with somebody; the menu is made when it is asked for. */
function BoxMenu({ branch, sight }: { branch: Branch; sight: ChartSight }) {
  const [asked, setAsked] = useState(false);
  const dots = (
    <ByMouse
      className="qd-org-more"
      title={`What can be done with ${branch.label}`}
      onPress={() => setAsked(true)}
    >
      <IconDots size={14} />
    </ByMouse>
  );
  if (!asked) return dots;
  return (
    <Menu opened onChange={setAsked} position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <span>{dots}</span>
      </Menu.Target>
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
