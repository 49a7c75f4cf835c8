/** One condition of a filter: what is asked of a column, and of which value. What is not yet whole is not applied. */
import { Select } from "@mantine/core";
import { useEffect, useRef } from "react";
import { type Condition, countOfValues, type FilterTest, type ListColumn, testsOf } from "#base/kernel";
import { FilterValue, type FilterValueProps } from "./FilterValue.tsx";
import { testWords } from "./filter-words.ts";

export function ConditionEditor(
  props: Omit<FilterValueProps, "onChange"> & {
    /** The value gets the focus when the editor opens and when another test is chosen. */
    focus?: boolean;
    onChange: (condition: Condition) => void;
  },
) {
  const { column, condition } = props;
  const value = useRef<HTMLDivElement>(null);
  // Whoever has said what to ask goes on to say of which value.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another test is another field
  useEffect(() => {
    if (props.focus) value.current?.querySelector<HTMLElement>("input")?.focus();
  }, [condition.test]);
  return (
    <div className="qd-condition">
      <Select
        size="xs"
        aria-label={`What is asked of ${column.label}`}
        allowDeselect={false}
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        data={offered(column).map((test) => ({ value: test, label: testWords(test, column.kind) }))}
        value={condition.test}
        onChange={(test) => test && props.onChange(retold(condition, test as FilterTest, column))}
      />
      <div ref={value}>
        <FilterValue {...props} onChange={(values) => props.onChange({ ...condition, values })} />
      </div>
    </div>
  );
}

/** Of another record one chooses the record; that it has a certain name is asked by links, not by people. */
const offered = (column: ListColumn): FilterTest[] =>
  testsOf(column).filter((test) => column.kind !== "reference" || (test !== "is" && test !== "is-not"));

/** The same condition with another test; values that the other test understands stay. */
function retold(condition: Condition, test: FilterTest, column: ListColumn): Condition {
  const alike = shapeOf(test) === shapeOf(condition.test);
  const { most } = countOfValues(test);
  const values = alike ? condition.values.slice(0, most) : [];
  return { ...condition, test, values: values.length === 0 && most > 0 ? startOf(test, column) : values };
}

const shapeOf = (test: FilterTest) =>
  ["one-of", "none-of"].includes(test) ? "set" : ["in", "not-in"].includes(test) ? "periods" : "values";

function startOf(test: FilterTest, column: ListColumn): string[] {
  if (shapeOf(test) !== "values") return [];
  return column.kind === "flag" ? ["true"] : [""];
}

/** A first condition on a column: what people ask most. */
export function firstCondition(column: ListColumn): Condition {
  const usual: Partial<Record<ListColumn["kind"], FilterTest>> = {
    number: "at-least",
    money: "at-least",
    rate: "at-least",
    day: "in",
    moment: "in",
  };
  const test = usual[column.kind] ?? testsOf(column)[0] ?? "is";
  return { column: column.id, test, values: startOf(test, column) };
}
