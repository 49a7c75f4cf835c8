/** Changes a value where it stands in a list: Enter keeps it and goes down, Tab goes on, Escape leaves it as it was. */
import { Popover, Select } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ListColumn } from "#base/kernel";
import { formatDay, type Onwards } from "#base/ui";
import { readMoment } from "../../imports/values/date-text.ts";
import { isMoney, isReference } from "./cell-value.ts";
import { useChoices } from "./use-choices.ts";

export interface CellEditorProps {
  readonly column: ListColumn;
  readonly value: unknown;
  /** The pipeline of the record, where stages are chosen. */
  readonly pipelineId?: string | undefined;
  readonly keep: (text: string | null, label: string, then: Onwards) => void;
  readonly leave: (then: Onwards) => void;
  /** Stays where it is after an answer, and takes another. */
  readonly lasting?: boolean;
}

export function CellEditor(props: CellEditorProps) {
  switch (props.column.kind) {
    case "choice":
    case "flag":
    case "reference":
      return <ChoiceEditor {...props} />;
    case "day":
      return <DayEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}

/** What stands in the field at first. */
function startText({ column, value }: CellEditorProps): string {
  if (value === null || value === undefined) return "";
  if (isMoney(value)) return value.amount ?? "";
  if (column.kind === "rate") return `${Number((Number(value) * 100).toFixed(4))}%`;
  return String(value);
}

/** Ends once: whatever comes after (the field loses the focus as it goes) is no second answer. */
function useEnding({ keep, leave, lasting = false }: CellEditorProps) {
  const ended = useRef(false);
  const once = (end: () => void) => {
    if (ended.current) return;
    ended.current = !lasting;
    end();
  };
  return {
    keep: (text: string | null, label: string, then: Onwards) => once(() => keep(text, label, then)),
    leave: (then: Onwards) => once(() => leave(then)),
  };
}

const onwardsOf: Readonly<Record<string, Onwards>> = { Enter: "down", Tab: "right" };

interface FieldProps {
  column: ListColumn;
  start: string;
  onText?: (text: string) => void;
  finish: (text: string, then: Onwards) => void;
  leave: () => void;
}

/** The field itself, as wide as its cell. */
function CellField({ column, start, onText, finish, leave }: FieldProps) {
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const then = onwardsOf[event.key];
    if (then) finish(event.currentTarget.value, then);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className="qd-cell-input"
      // biome-ignore lint/a11y/noAutofocus: the cell was entered to be changed
      autoFocus
      aria-label={column.label}
      data-align={column.kind === "text" || column.kind === "word" ? undefined : "right"}
      defaultValue={start}
      maxLength={column.kind === "text" ? 20_000 : 300}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onText?.(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={(event) => finish(event.currentTarget.value, "stay")}
    />
  );
}

function TextEditor(props: CellEditorProps) {
  const end = useEnding(props);
  const start = startText(props);
  const finish = (text: string, then: Onwards) => {
    if (text === start) end.leave(then);
    else end.keep(text.trim() === "" ? null : text, text.trim(), then);
  };
  return <CellField column={props.column} start={start} finish={finish} leave={() => end.leave("back")} />;
}

function DayEditor(props: CellEditorProps) {
  const end = useEnding(props);
  const start = startText(props);
  const [text, setText] = useState(start);
  const read = readMoment(text, null);
  const day = "value" in read ? read.value.date.toString() : null;
  const finish = (typed: string, then: Onwards) => {
    const moment = readMoment(typed, null);
    const label = "value" in moment ? formatDay(moment.value.date.toString()) : typed;
    if (typed === shownDay(start)) end.leave(then);
    else end.keep(typed.trim() === "" ? null : typed, label, then);
  };
  return (
    <Popover opened position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <span>
          <CellField
            column={props.column}
            start={shownDay(start)}
            onText={setText}
            finish={finish}
            leave={() => end.leave("back")}
          />
        </span>
      </Popover.Target>
      {/* A press on the calendar leaves the focus in the field. */}
      <Popover.Dropdown p={8} onMouseDown={(event) => event.preventDefault()}>
        <DatePicker
          size="xs"
          value={day}
          {...(day ? { defaultDate: day } : {})}
          onChange={(chosen) => chosen && end.keep(chosen, formatDay(chosen), "back")}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const shownDay = (day: string) => (day === "" ? "" : formatDay(day));

function ChoiceEditor(props: CellEditorProps) {
  const { column, value } = props;
  const end = useEnding(props);
  const [text, setText] = useState("");
  const found = useChoices(column.leadsTo, text, props.pipelineId);
  const held = heldChoice(value, column);
  const data = withHeld(fixedChoices(column) ?? found, text === "" ? held : null);
  const choose = (chosen: string | null) => {
    if (chosen === (held?.value ?? null)) return end.leave("back");
    const label = data.find((one) => one.value === chosen)?.label ?? "";
    end.keep(chosen, label, "back");
  };
  return (
    <Select
      size="xs"
      variant="unstyled"
      className="qd-cell-field"
      autoFocus
      searchable
      defaultDropdownOpened
      selectFirstOptionOnChange
      clearable={!column.always && !column.stays}
      allowDeselect={false}
      nothingFoundMessage="Nothing is called that"
      aria-label={column.label}
      data={data}
      // What was found by the server fits already, whatever else was typed.
      {...(column.leadsTo && column.leadsTo !== "stage" ? { filter: ({ options }) => options } : {})}
      value={held?.value ?? null}
      onFocus={(event) => event.currentTarget.select()}
      onSearchChange={(typed) => setText(typed === held?.label ? "" : typed)}
      onChange={choose}
      onKeyDown={(event) => {
        if (event.key === "Escape") end.leave("back");
        else if (event.key === "Tab") end.leave("right");
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={() => end.leave("stay")}
      comboboxProps={{ width: 240, position: "bottom-start" }}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function fixedChoices({ kind, options = [] }: ListColumn): readonly Choice[] | null {
  if (kind === "choice") return options;
  if (kind !== "flag") return null;
  return [
    { value: "true", label: "Yes" },
    { value: "false", label: "No" },
  ];
}

function heldChoice(value: unknown, column: ListColumn): Choice | null {
  if (value === null || value === undefined) return null;
  if (isReference(value)) return { value: value.id, label: value.name };
  const text = String(value);
  return fixedChoices(column)?.find((one) => one.value === text) ?? { value: text, label: text };
}

const withHeld = (choices: readonly Choice[], held: Choice | null): Choice[] =>
  held === null || choices.some(({ value }) => value === held.value) ? [...choices] : [held, ...choices];
