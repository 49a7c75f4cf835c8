/** Rows that tell the new value of a property, read into what holds of an opportunity from then on. */
import { isCurrencyCode, minorDigits } from "#base/kernel";
import { momentIn, type ReadRow, textIn } from "../mapping/row.ts";
import { plainId } from "../recognition/source-ids.ts";
import { meaningOf, type NewValue } from "../timelines/from-values.ts";
import { categoryOf, type State } from "../timelines/state.ts";
import { dayOf, instantOf, readMoment } from "../values/date-text.ts";
import { minorUnits, readNumber } from "../values/number-text.ts";
import type { Run } from "./run.ts";

function after(run: Run, property: string, value: string | null, currency: string): Partial<State> | null {
  const { timeZone, source } = run.plan;
  const id = value === null ? null : plainId(source, value);
  switch (meaningOf(property)) {
    case "stage":
      return { stage: value };
    case "pipeline":
      return value === null ? null : { pipeline: value };
    case "owner":
      return { owner: id };
    case "account":
      return { account: id === null ? null : run.joins.winnerOf("account", id) };
    case "currency":
      return value !== null && isCurrencyCode(value.toUpperCase()) ? { currency: value.toUpperCase() } : null;
    case "forecastCategory": {
      const category = categoryOf(value);
      return category === null ? null : { forecastCategory: category };
    }
    case "amount": {
      const read = value === null ? null : readNumber(value, ".");
      if (read === null) return { amountMinor: null };
      if ("reason" in read) return null;
      return { amountMinor: minorUnits(read.value, minorDigits(currency)).amountMinor };
    }
    case "probability": {
      const rate = Number(value);
      return value === null || !(rate >= 0 && rate <= 1) ? null : { probability: String(rate) };
    }
    case "closeOn": {
      const read = value === null ? null : readMoment(value, null);
      if (read === null) return { closeOn: null };
      return "reason" in read ? null : { closeOn: dayOf(read.value, timeZone) };
    }
    default:
      return null;
  }
}

/** What each row of a history of values changes; rows of properties that no state has, or without a time, change nothing. */
export function newValuesIn(run: Run, rows: readonly ReadRow[], currency: string): NewValue[] {
  return rows.flatMap((row): NewValue[] => {
    const moment = momentIn(row, "at");
    const property = textIn(row, "changedField") ?? "";
    if (moment === null) return [];
    const changed = after(run, property, textIn(row, "newValue"), currency);
    if (changed === null) {
      if (meaningOf(property) === null)
        run.notices.notice(
          "Rows of property history of which the record keeps no states, read and passed over",
        );
      return [];
    }
    return [{ at: instantOf(moment, run.plan.timeZone), line: row.line, after: changed }];
  });
}
