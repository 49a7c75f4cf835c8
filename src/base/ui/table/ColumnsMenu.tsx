/** Which columns a list shows, in which order, and which of them stay in sight. */
import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from "@tabler/icons-react";
import { useState } from "react";
import type { ListColumn, ShownColumn } from "#base/kernel";
import { MenuButton } from "./MenuButton.tsx";

export interface ColumnsProps {
  readonly columns: readonly ListColumn[];
  readonly shown: readonly ShownColumn[];
  readonly onChange: (shown: ShownColumn[]) => void;
  /** Back to the columns of the view that was chosen. */
  readonly onReset: () => void;
}

export function ColumnsMenu(props: ColumnsProps) {
  return (
    <MenuButton
      name="Columns"
      label={<span className="qd-wide-label">Columns</span>}
      icon={<IconColumns3 size={14} />}
      width={280}
    >
      {() => <Choice {...props} />}
    </MenuButton>
  );
}

/** The columns with one put in another's place; a pinned column stays among the pinned. */
export function movedColumn(shown: readonly ShownColumn[], id: string, to: string): ShownColumn[] {
  const [from, target] = [shown.findIndex((one) => one.id === id), shown.findIndex((one) => one.id === to)];
  const [moving, place] = [shown[from], shown[target]];
  if (!moving || !place) return [...shown];
  return shown.toSpliced(from, 1).toSpliced(target, 0, { ...moving, pinned: place.pinned });
}

/** The columns with one pinned, behind those that are, or let go, before those that are not. */
export function pinnedColumn(shown: readonly ShownColumn[], id: string, pinned: boolean): ShownColumn[] {
  const changed = shown.find((one) => one.id === id);
  if (!changed) return [...shown];
  const others = shown.filter((one) => one.id !== id);
  const [held, loose] = [others.filter((one) => one.pinned), others.filter((one) => !one.pinned)];
  return [...held, { ...changed, pinned }, ...loose];
}

function Choice({ columns, shown, onChange, onReset }: ColumnsProps) {
  const [text, setText] = useState("");
  const wanted = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase());
  const hidden = columns.filter(({ id }) => !shown.some((one) => one.id === id));
  return (
    <div className="qd-columns-choice">
      <TextInput
        size="xs"
        data-autofocus
        placeholder="Find a column"
        aria-label="Find a column"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul aria-label="Columns">
        {shown.map((one, at) => {
          const column = columns.find(({ id }) => id === one.id);
          if (!column || !wanted(column.label)) return null;
          return (
            <li key={one.id}>
              <Checkbox
                size="xs"
                label={column.label}
                checked
                disabled={shown.length === 1}
                onChange={() => onChange(shown.filter(({ id }) => id !== one.id))}
              />
              <Placing shown={shown} at={at} label={column.label} onChange={onChange} />
            </li>
          );
        })}
        {hidden
          .filter(({ label }) => wanted(label))
          .map((column) => (
            <li key={column.id}>
              <Checkbox
                size="xs"
                label={column.label}
                checked={false}
                onChange={() => onChange([...shown, { id: column.id, width: null, pinned: false }])}
              />
            </li>
          ))}
      </ul>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onReset}>
        Back to the usual columns
      </Button>
    </div>
  );
}

function Placing(props: {
  shown: readonly ShownColumn[];
  at: number;
  label: string;
  onChange: ColumnsProps["onChange"];
}) {
  const { shown, at, label, onChange } = props;
  const one = shown[at];
  if (!one) return null;
  const neighbour = (way: number) => {
    const other = shown[at + way];
    return other?.pinned === one.pinned ? other : undefined;
  };
  const [above, below] = [neighbour(-1), neighbour(1)];
  const icon = { size: "xs", variant: "subtle", color: "gray" } as const;
  return (
    <span className="qd-columns-placing">
      <ActionIcon
        {...icon}
        aria-label={one.pinned ? `Let ${label} scroll` : `Pin ${label}`}
        aria-pressed={one.pinned}
        onClick={() => onChange(pinnedColumn(shown, one.id, !one.pinned))}
      >
        {one.pinned ? <IconPinFilled size={13} /> : <IconPin size={13} />}
      </ActionIcon>
      <ActionIcon
        {...icon}
        disabled={!above}
        aria-label={`Move ${label} to the front`}
        onClick={() => above && onChange(movedColumn(shown, one.id, above.id))}
      >
        <IconArrowUp size={13} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        disabled={!below}
        aria-label={`Move ${label} to the back`}
        onClick={() => below && onChange(movedColumn(shown, one.id, below.id))}
      >
        <IconArrowDown size={13} />
      </ActionIcon>
    </span>
  );
}
