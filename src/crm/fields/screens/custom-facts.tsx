/** The values of a record's custom fields, each under its label and in its own form. */

import type { ReactNode } from "react";
import { Day, headline } from "#base/ui";
import type { FieldOut } from "../contract.ts";

type Value = string | number | boolean | null;

/** Label and value of each custom field, in the order of their definitions; values without a definition come last. */
export function customFacts(
  values: Record<string, Value>,
  fields: readonly FieldOut[],
): [string, ReactNode][] {
  const order = new Map(fields.map((field, index) => [field.key, index]));
  return Object.entries(values)
    .toSorted(([a], [b]) => (order.get(a) ?? fields.length) - (order.get(b) ?? fields.length))
    .map(([key, value]) => {
      const field = fields.find((one) => one.key === key);
      return [field?.label ?? headline(key), shown(value, field?.type)];
    });
}

function shown(value: Value, type: FieldOut["type"] | undefined): ReactNode {
  if (value === null) return null;
  if (type === "date") return <Day day={String(value)} />;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "number" ? value.toLocaleString("en") : value;
}
