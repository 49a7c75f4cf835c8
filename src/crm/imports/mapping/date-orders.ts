/** The order of day and month for every column of dates: decided, assumed with a reason, or asked. */
import type { ProfiledFile } from "../recognition/recognise.ts";
import { dateOrderOf } from "../values/column-format.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import type { DateOrder } from "../values/date-text.ts";
import type { ColumnPlan } from "./column-plan.ts";
import type { Question } from "./import-plan.ts";

interface Planned {
  readonly file: ProfiledFile;
  readonly columns: readonly ColumnPlan[];
}

const readsDates = (plan: ColumnPlan): boolean =>
  plan.kind === "day" || plan.kind === "moment" || plan.custom?.type === "date";

/** What the decided columns among these agree on; null when they disagree or none is decided. */
function agreed(profiles: readonly ColumnProfile[]): DateOrder | null {
  const orders = new Set(profiles.map(dateOrderOf).filter((order) => order === "dmy" || order === "mdy"));
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}

const told: Readonly<Record<DateOrder, string>> = { dmy: "day before month", mdy: "month before day" };

/**
 * Decides each column by its own values; a column whose values decide nothing by the other columns of its file, then
 * of the import, then by `wish`; by a point as separator (never written with the month first). What is left is asked.
 */
export function decideDateOrders(planned: readonly Planned[], wish: DateOrder | undefined) {
  const assumptions: string[] = [];
  const questions: Question[] = [];
  const everywhere = agreed(planned.flatMap(({ file }) => file.profiles));
  const columns = planned.map(({ file, columns: plans }) => {
    const inFile = agreed(file.profiles);
    return plans.map((plan, at): ColumnPlan => {
      const profile = file.profiles[at];
      if (profile === undefined || !readsDates(plan)) return plan;
      const verdict = dateOrderOf(profile);
      if (verdict === "dmy" || verdict === "mdy") return { ...plan, dateOrder: verdict };
      if (verdict === "not-needed") return plan;
      const points = profile.examples.every((example) => /^\d+\.\d+\.\d+/.test(example)) ? "dmy" : null;
      const order = verdict === "contradictory" ? (wish ?? null) : (inFile ?? everywhere ?? wish ?? points);
      if (order === null) {
        questions.push(question(file.file, plan, verdict === "contradictory"));
        return plan;
      }
      const because =
        order === inFile
          ? "as in the other columns of the file"
          : order === everywhere
            ? "as in the other files"
            : order === wish
              ? "as asked for"
              : "as usual with points";
      assumptions.push(
        `${file.file}, ${plan.column}: dates like ${plan.examples[0]} are read ${told[order]}, ${because}.`,
      );
      return { ...plan, dateOrder: order };
    });
  });
  return { columns, assumptions, questions };
}

function question(file: string, plan: ColumnPlan, contradictory: boolean): Question {
  const examples = plan.examples.slice(0, 3);
  return {
    file,
    column: plan.column,
    question: contradictory
      ? `Some dates in ${plan.column} have the day first and some the month first. Which order is right?`
      : `Is ${examples[0]} in ${plan.column} written day before month, or month before day? No value of the column tells.`,
    examples,
    option: "--date-order dmy or --date-order mdy",
  };
}
