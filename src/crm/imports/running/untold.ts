/** Of what a file of opportunities, or the history beside it, is silent. */
import { fills, type UnderstoodFile } from "../mapping/column-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import type { FieldChange } from "../timelines/from-field-changes.ts";
import type { NewValue } from "../timelines/from-values.ts";
import type { StatePart, Untold } from "./known-past.ts";

type Filled = Pick<UnderstoodFile, "columns" | "given">;

const says = (file: Filled, ...fields: string[]): boolean => fields.some((field) => fills(file, field));
const datesStages = (file: Filled): boolean => file.columns.some((column) => column.stage !== null);

const partsTold: Readonly<Record<StatePart, readonly string[]>> = {
  status: ["stage", "status", "isWon", "isClosed"],
  amount: ["amount", "closedAmount"],
  currency: ["currency", "amount", "closedAmount"],
  probability: ["probability"],
  forecastCategory: ["forecastCategory"],
  closeOn: ["closeOn", "actualCloseOn", "wonAt", "lostAt"],
  owner: ["owner"],
  account: ["account"],
};
const parts = Object.keys(partsTold) as StatePart[];

const columnsTold: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  created_on: ["createdAt"],
  lead_source: ["leadSource"],
  next_step: ["nextStep"],
  lost_reason: ["lostReason"],
};

/** Everything told: what a log of all changes leaves open. */
export const nothingUntold: Untold = {
  present: new Set(),
  past: new Set(),
  columns: new Set(),
  stageSince: false,
  creation: false,
};

/** What a file is silent about, where no history is beside it: of the past it knows nothing but dates. */
export function untoldBy(file: Filled): Untold {
  const columns = Object.entries(columnsTold).filter(([column, fields]) => {
    const isDated = column === "created_on" && datesStages(file);
    return !isDated && !says(file, ...fields);
  });
  return {
    present: new Set(parts.filter((part) => !says(file, ...partsTold[part]))),
    past: new Set(parts),
    columns: new Set(columns.map(([column]) => column)),
    stageSince: !says(file, "stageEnteredAt") && !datesStages(file),
    creation: !says(file, "createdAt") && !datesStages(file),
  };
}

/** The same where a history is beside the file, which dates some parts of the states. */
export function untoldWith(file: Filled, dated: ReadonlySet<StatePart>): Untold {
  const { present, ...rest } = untoldBy(file);
  return {
    ...rest,
    present: new Set([...present].filter((part) => !dated.has(part))),
    past: new Set(parts.filter((part) => !dated.has(part))),
    stageSince: !dated.has("status"),
  };
}

/** Which parts of the states the rows of a history date. */
export function datedParts(
  snapshots: readonly ReadRow[],
  changes: readonly FieldChange[],
  values: readonly NewValue[],
): ReadonlySet<StatePart> {
  const named = new Set([
    ...snapshots.flatMap((row) => [...row.fields.keys()]),
    ...changes.flatMap((change) => Object.keys(change.before)),
    ...values.flatMap((value) => Object.keys(value.after)),
  ]);
  return new Set(parts.filter((part) => fieldsOfParts[part].some((field) => named.has(field))));
}

/** How rows of history, and the changes read from them, call the parts of a state. */
const fieldsOfParts: Readonly<Record<StatePart, readonly string[]>> = {
  status: ["stage", "status", "isWon", "isClosed"],
  amount: ["amount", "amountMinor"],
  currency: ["currency"],
  probability: ["probability"],
  forecastCategory: ["forecastCategory"],
  closeOn: ["closeOn"],
  owner: ["owner"],
  account: ["account"],
};
