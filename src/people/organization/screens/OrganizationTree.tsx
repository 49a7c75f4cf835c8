/** The organization as a tree that is walked through by keys: right opens, left closes or goes up, Enter opens the person. */
import { IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { counted, Person } from "#base/ui";
import { type Branch, type Line, linesOf } from "./tree.ts";
import { useWalk } from "./use-walk.ts";

/** Above this many people only the first levels are open at first. */
const openAtFirst = 80;

export function OrganizationTree(props: {
  label: string;
  branches: readonly Branch[];
  /** Everything is open: what is shown was looked for. */
  searching: boolean;
  /** What stands in the second column: a person's team, or whom they report to. */
  second: { header: string; of: (person: NonNullable<Branch["person"]>) => string | null };
  opened: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { branches, searching } = props;
  const total = branches.reduce((sum, one) => sum + one.people + 1, 0);
  const deepest = total > openAtFirst ? 2 : Number.POSITIVE_INFINITY;
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isClosed = (one: Branch, level: number) =>
    !searching && one.below.length > 0 && level >= deepest !== turned.has(one.id);
  const lines = linesOf(branches, isClosed);
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const walk = useWalk<HTMLTableElement>({
    lines,
    isClosed,
    turn: ({ branch }) => turn(branch.id),
    open: props.onOpen,
    selector: "tbody > tr",
  });
  return (
    <div className="qd-table-scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose lines open and close is a tree grid
        role="treegrid"
        className="qd-table qd-tree"
        aria-label={props.label}
        ref={walk.place}
      >
        <Head second={props.second.header} />
        <tbody>
          {lines.map((line, index) => (
            <TreeLine
              key={`${line.parent} ${line.branch.id}`}
              line={line}
              second={line.branch.person ? props.second.of(line.branch.person) : null}
              closed={isClosed(line.branch, line.level)}
              open={line.branch.person !== null && line.branch.id === props.opened}
              stop={index === walk.at}
              onKeys={(event) => walk.press(event, index)}
              onFocus={() => walk.setAt(index)}
              onTurn={() => turn(line.branch.id)}
              onOpen={() => (line.branch.person ? props.onOpen(line.branch.id) : turn(line.branch.id))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ second }: { second: string }) {
  return (
    <>
      <colgroup>
        <col />
        <col style={{ width: "26%" }} data-wide />
        <col style={{ width: "20%" }} data-wide />
        <col className="qd-tree-count" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" data-wide>
            Title
          </th>
          <th scope="col" data-wide>
            {second}
          </th>
          <th scope="col" data-align="right">
            People
          </th>
        </tr>
      </thead>
    </>
  );
}

function TreeLine(props: {
  line: Line;
  second: string | null;
  closed: boolean;
  open: boolean;
  stop: boolean;
  onKeys: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onTurn: () => void;
  onOpen: () => void;
}) {
  const { branch, level } = props.line;
  const { person, below } = branch;
  const leads = below.length > 0;
  const none = <span className="qd-none">–</span>;
  return (
    <tr
      aria-level={level}
      aria-expanded={leads ? !props.closed : undefined}
      aria-current={props.open ? "true" : undefined}
      data-opens
      data-group={person === null || undefined}
      tabIndex={props.stop ? 0 : -1}
      onKeyDown={props.onKeys}
      onFocus={props.onFocus}
      onClick={props.onOpen}
    >
      <td>
        <span className="qd-tree-name" style={{ "--level": level - 1 } as CSSProperties}>
          {leads ? (
            <button
              type="button"
              className="qd-tree-turn"
              tabIndex={-1}
              aria-label={`${props.closed ? "Show" : "Hide"} who is below ${branch.label}`}
              onClick={(event) => {
                event.stopPropagation();
                props.onTurn();
              }}
            >
              <IconChevronRight size={14} className="qd-turns" aria-hidden />
            </button>
          ) : (
            <span className="qd-tree-turn" />
          )}
          {person ? <Person name={person.name} /> : <strong>{branch.label}</strong>}
        </span>
      </td>
      <td data-wide>{person?.title ?? (person ? none : null)}</td>
      <td data-wide>{props.second ?? (person ? none : null)}</td>
      <td data-align="right">
        {branch.people > 0 ? (
          <span className="qd-number" title={counted(branch.people, "person", "people")}>
            {branch.people}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
