/** Chooses among the values that records have, or among fixed options; each with how often it is there. */
import { Checkbox, Loader, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type ListColumn, whoAsks } from "#base/kernel";
import { formatCount } from "../words.ts";

export interface ValueChoice {
  readonly value: string;
  readonly label: string;
  /** How many records have it; left out where nobody counted. */
  readonly count?: number | undefined;
}

/** Asks for the values of a column whose name holds a text; a hook, as it stays the same for a list. */
export type UseValues = (
  column: ListColumn,
  label: string,
  enabled: boolean,
) => { readonly items: readonly ValueChoice[]; readonly pending: boolean };
/** The names of records by their ids; a hook as well. */
export type UseNames = (
  column: ListColumn | undefined,
  ids: readonly string[],
) => (id: string) => string | undefined;

export function SetValue(props: {
  column: ListColumn;
  values: readonly string[];
  onChange: (values: string[]) => void;
  useValues: UseValues;
  useNames: UseNames;
}) {
  const { column, values, useValues, useNames } = props;
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text, 180);
  const fixed = column.kind === "choice";
  const asked = useValues(column, wanted, !fixed);
  const nameOf = useNames(fixed ? undefined : column, column.kind === "reference" ? values : []);
  const options = fixed ? optionsOf(column, text) : withMe(column, wanted, asked.items);
  const missing = values
    .filter((value) => text === "" && !options.some((one) => one.value === value))
    .map((value): ValueChoice => ({ value, label: nameOf(value) ?? value }));
  const toggle = (value: string) =>
    props.onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <div className="qd-set">
      {fixed && options.length < 8 && text === "" ? null : (
        <TextInput
          size="xs"
          data-autofocus
          placeholder={`Find ${column.label.toLowerCase()}`}
          aria-label={`Find ${column.label.toLowerCase()}`}
          value={text}
          rightSection={asked.pending ? <Loader size={12} /> : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul className="qd-set-options" aria-label={column.label}>
        {[...missing, ...options].map((one) => (
          <li key={one.value}>
            <Checkbox
              size="xs"
              label={
                <span className="qd-set-option">
                  <span className="qd-truncate">{one.label}</span>
                  {one.count === undefined ? null : (
                    <span className="qd-faint">{formatCount(one.count)}</span>
                  )}
                </span>
              }
              checked={values.includes(one.value)}
              onChange={() => toggle(one.value)}
            />
          </li>
        ))}
      </ul>
      {options.length === 0 && !asked.pending ? <p className="qd-quiet">Nothing is called that.</p> : null}
    </div>
  );
}

function optionsOf({ options = [] }: ListColumn, text: string): ValueChoice[] {
  const wanted = text.toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().includes(wanted));
}

function withMe(column: ListColumn, text: string, items: readonly ValueChoice[]): readonly ValueChoice[] {
  return column.leadsTo === "person" && "me".includes(text.toLowerCase())
    ? [{ value: whoAsks, label: "Me" }, ...items]
    : items;
}
