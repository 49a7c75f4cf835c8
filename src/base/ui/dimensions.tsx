/** The dimensions by which a figure can be broken down; the app knows them all and hands them to every page. */
import { Select } from "@mantine/core";
import { createContext, useContext } from "react";
import { headline } from "./words.ts";

export interface DimensionFacts {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly kind: "record" | "time" | "field";
}
const Context = createContext<readonly DimensionFacts[]>([]);
export const DimensionsProvider = Context.Provider;
export const useDimensions = (): readonly DimensionFacts[] => useContext(Context);

/** A dimension's name for people. */
export function useDimensionLabel(name: string): string {
  return useDimensions().find((dimension) => dimension.name === name)?.label ?? headline(name);
}

const groups = [
  ["record", "Records"],
  ["field", "Custom fields"],
  ["time", "Time"],
] as const;

/** Chooses a dimension; `only` keeps those that the figure has. */
export function DimensionSelect(props: {
  value: string;
  onChange: (name: string) => void;
  only?: readonly string[] | undefined;
}) {
  const dimensions = useDimensions().filter((one) => !props.only || props.only.includes(one.name));
  const data = groups
    .map(([kind, group]) => ({
      group,
      items: dimensions
        .filter((one) => one.kind === kind)
        .map((one) => ({ value: one.name, label: one.label })),
    }))
    .filter(({ items }) => items.length > 0);
  const known = dimensions.some((one) => one.name === props.value);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is the control
    <label className="qd-control">
      by
      <Select
        size="xs"
        w={164}
        searchable
        allowDeselect={false}
        aria-label="Break down by"
        data={known ? data : [{ value: props.value, label: headline(props.value) }, ...data]}
        value={props.value}
        onChange={(name) => name && props.onChange(name)}
        maxDropdownHeight={360}
      />
    </label>
  );
}
