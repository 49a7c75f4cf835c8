/** Columns whose values can be read in more than one way, with what each way would make of them. */
import { dateOrderOf, decimalMarkOf } from "../values/column-format.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import { type DateOrder, readMoment } from "../values/date-text.ts";
import { type DecimalMark, readNumber } from "../values/number-text.ts";
import type { ColumnPlan } from "./column-plan.ts";
import type { Doubt } from "./import-plan.ts";

const orders: readonly DateOrder[] = ["dmy", "mdy"];
const marks: readonly DecimalMark[] = [".", ","];
const mostExamples = 3;

const readsDates = ({ kind, custom }: ColumnPlan): boolean =>
  kind === "day" || kind === "moment" || custom?.type === "date";
const readsNumbers = ({ kind, custom }: ColumnPlan): boolean =>
  kind === "money" || kind === "number" || kind === "integer" || custom?.type === "number";

function dayRead(text: string, order: DateOrder): string | null {
  const read = readMoment(text, order);
  return "value" in read ? read.value.date.toString() : null;
}

function numberRead(text: string, mark: DecimalMark): string | null {
  const read = readNumber(text, mark);
  return "value" in read ? read.value : null;
}

/** Values in which the choice makes a difference come first. */
function telling<Choice>(
  profile: ColumnProfile,
  choices: readonly Choice[],
  read: (text: string, choice: Choice) => string | null,
): string[] {
  const texts = [...(profile.values?.keys() ?? profile.examples)].slice(0, 500);
  const tells = (text: string) => new Set(choices.map((choice) => read(text, choice))).size > 1;
  return [...texts.filter(tells), ...texts.filter((text) => !tells(text))].slice(0, mostExamples);
}

/** The doubts on a file's columns. One that the values decide by themselves is none. */
export function doubtsOn(
  file: string,
  columns: readonly ColumnPlan[],
  profiles: readonly ColumnProfile[],
): Doubt[] {
  return columns.flatMap((column, at): Doubt[] => {
    const profile = profiles[at];
    if (profile === undefined || column.use === "ignored") return [];
    const base = { file, column: column.column };
    const order = readsDates(column) ? dateOrderOf(profile) : "not-needed";
    if (order === "undecided" || order === "contradictory") {
      const texts = telling(profile, orders, dayRead);
      const choices = orders.map((value) => ({
        value,
        examples: texts.map((text) => ({ text, read: dayRead(text, value) })),
      }));
      return [{ ...base, about: "date-order", chosen: column.dateOrder, choices }];
    }
    if (!readsNumbers(column) || !decimalMarkOf(profile).assumed) return [];
    const texts = telling(profile, marks, numberRead);
    const choices = marks.map((value) => ({
      value,
      examples: texts.map((text) => ({ text, read: numberRead(text, value) })),
    }));
    return [{ ...base, about: "decimal-mark", chosen: column.mark, choices }];
  });
}
