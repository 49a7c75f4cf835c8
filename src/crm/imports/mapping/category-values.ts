/** Which forecast category each word of a source stands for. */
import { editDistance } from "../recognition/wording.ts";
import { categoryOf, type ForecastCategory } from "../timelines/state.ts";
import type { ImportOptions } from "./import-plan.ts";
import { columnsFilling, type ValuedFile, ValueMapper, type ValueMaps } from "./value-maps.ts";

export const forecastCategoryWords = ["omitted", "pipeline", "best-case", "commit", "closed"] as const;

const hints: readonly (readonly [RegExp, ForecastCategory])[] = [
  [/\b(omit|omitted|exclude|excluded|not forecasted|lost)\b/i, "omitted"],
  [/\b(best|upside|stretch|likely|probable)\b/i, "best-case"],
  [/\b(commit|committed|commitment|forecast|forecasted)\b/i, "commit"],
  [/\b(closed|won|booked)\b/i, "closed"],
  [/\b(pipe|pipeline|open|early|funnel)\b/i, "pipeline"],
];
const known = ["omitted", "pipeline", "best case", "most likely", "commit", "committed", "closed"] as const;

function decisionOn(value: string) {
  for (const [pattern, match] of hints) {
    const word = pattern.exec(value)?.[1];
    if (word !== undefined)
      return { match, evidence: `“${value}” holds the word “${word}”.`, accepted: true };
  }
  const near = known.find((one) => one.length >= 6 && editDistance(value.toLowerCase(), one, 2) <= 2);
  const match = categoryOf(near ?? null);
  if (near === undefined || match === null) return null;
  return { match, evidence: `“${value}” is spelled almost like “${near}”.`, accepted: false };
}

/** What the values of columns of forecast categories stand for; those that stand for none are told. */
export function categoryValues(files: readonly ValuedFile[], options: ImportOptions): ValueMaps {
  const mapper = new ValueMapper(options.mapping?.values?.forecastCategory);
  for (const { file, column, values, given } of columnsFilling(files, "forecastCategory")) {
    for (const [value, times] of values) {
      const coded = given?.words?.forecastCategory?.[value.toLowerCase()];
      if (categoryOf(coded ?? value) !== null && !mapper.isSaid(value)) continue;
      const decision = decisionOn(value);
      mapper.decide(file, column.column, value, decision);
      if (decision?.accepted !== true && !mapper.isSaid(value))
        mapper.warn(
          `${file}, ${column.column}: “${value}” (${times} ${times === 1 ? "row" : "rows"}) is no forecast category. Those rows take the usual one of their status, unless the mapping says what it is (values, forecastCategory).`,
        );
    }
  }
  return mapper.finish();
}
