/** A draft out of the log of an opportunity's changes. */
import { dateOf, isCurrencyCode, minorDigits } from "#base/kernel";
import { momentIn, type ReadRow, textIn } from "../mapping/row.ts";
import { type LoggedChange, type LogReading, statesFromChanges } from "../timelines/from-changes.ts";
import { dayOf, instantOf, readMoment } from "../values/date-text.ts";
import { minorUnits, readNumber } from "../values/number-text.ts";
import type { Drafted } from "./draft.ts";
import type { Run } from "./run.ts";
import { nothingUntold } from "./untold.ts";

/** How this run reads the values of a log. */
function readingOf(run: Run): LogReading {
  const { plan } = run;
  return {
    currency: plan.currency,
    label: (field, value) => plan.labels[field]?.[value] ?? value,
    amount: (value, currency) => {
      const read = readNumber(value, ".");
      if ("reason" in read || !isCurrencyCode(currency)) return null;
      return minorUnits(read.value, minorDigits(currency)).amountMinor;
    },
    day: (at) => dateOf(at, plan.timeZone),
    readDay: (value) => {
      const read = readMoment(value, null);
      return "reason" in read ? null : dayOf(read.value, plan.timeZone);
    },
  };
}

/** The draft of the opportunity `key` out of the rows of its log. */
export function draftFromLog(run: Run, key: string, rows: readonly ReadRow[]): Drafted {
  const changes: LoggedChange[] = [];
  for (const row of rows) {
    const moment = momentIn(row, "at");
    const field = textIn(row, "changedField");
    if (moment === null || field === null) {
      const missing = moment === null ? "at" : "changedField";
      return {
        rejects: rows.map(({ line }) => ({
          line,
          field: missing,
          value: "",
          reason: `A row of the log of ${key} lacks its time or its field.`,
        })),
      };
    }
    const at = instantOf(moment, run.plan.timeZone);
    changes.push({ at, line: row.line, field, value: textIn(row, "newValue") ?? "" });
  }
  const life = statesFromChanges(changes, readingOf(run));
  const first = life.createdAt ?? life.states[0]?.at ?? null;
  for (const [field, times] of life.unread) {
    run.notices.notice(`Changes of ${field} in the log, for which the record has no place yet`, times);
  }
  const last = life.states.at(-1);
  const draft = {
    key,
    line: rows[0]?.line ?? 0,
    fingerprint: run.digest(rows.map((row) => row.fingerprint)),
    name: life.name ?? `Deal ${key}`,
    pipeline: null,
    createdOn: first === null ? null : dateOf(first, run.plan.timeZone),
    leadSource: null,
    nextStep: null,
    lostReason: last?.status === "lost" ? life.lostReason : null,
    product: null,
    quantity: "1",
    currency: last?.currency ?? run.plan.currency,
    removedAt: last?.removed ? last.at : null,
    custom: {},
    hasHistory: true,
    untold: nothingUntold,
    states: () => life.states,
    historyRows: rows.length,
  };
  return { draft };
}
