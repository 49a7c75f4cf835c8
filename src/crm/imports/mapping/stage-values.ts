/** Stages that are spelled in several ways: which spelling stands for which stage. */
import { bareName, editDistance } from "../recognition/wording.ts";
import type { ImportOptions } from "./import-plan.ts";
import { outcomeOf } from "./stage-words.ts";
import { columnsFilling, type ValuedFile, ValueMapper, type ValueMaps } from "./value-maps.ts";

const rows = (times: number): string => (times === 1 ? "1 row" : `${times} rows`);

/** Steps that differ only in a number, such as “Stage 1” and “Stage 2”, are never one. */
const withoutDigits = (name: string): string => bareName(name).replace(/\d/g, "");
const digitsOf = (name: string): string => name.replace(/\D/g, "");

function decisionOn(value: string, counts: ReadonlyMap<string, number>) {
  const own = counts.get(value) ?? 0;
  const bare = bareName(value);
  if (bare === "") return null;
  const usual = [...counts].filter(
    ([other, times]) =>
      other !== value &&
      (times > own || (times === own && other < value)) &&
      digitsOf(other) === digitsOf(value) &&
      outcomeOf(other) === outcomeOf(value),
  );
  const equal = usual.filter(([other]) => bareName(other) === bare).toSorted((a, b) => b[1] - a[1])[0];
  if (equal !== undefined) {
    const [match, times] = equal;
    const evidence = `“${value}” (${rows(own)}) and “${match}” (${rows(times)}) are the same without spaces, letter case and punctuation.`;
    return { match, evidence, accepted: true };
  }
  const most = bare.length < 6 ? 0 : bare.length < 10 ? 1 : 2;
  const near = usual
    .map(([other, times]) => ({
      other,
      times,
      letters: editDistance(withoutDigits(value), withoutDigits(other), most),
    }))
    .filter(({ letters }) => letters > 0 && letters <= most)
    .toSorted((a, b) => a.letters - b.letters || b.times - a.times)[0];
  if (near === undefined) return null;
  const letters = near.letters === 1 ? "1 letter" : `${near.letters} letters`;
  const evidence = `“${value}” (${rows(own)}) and “${near.other}” (${rows(near.times)}) differ in ${letters}; it is a stage of its own unless you accept it.`;
  return { match: near.other, evidence, accepted: false };
}

/** What the values of columns of stages stand for: another spelling of a more frequent one, or themselves. */
export function stageValues(files: readonly ValuedFile[], options: ImportOptions): ValueMaps {
  const mapper = new ValueMapper(options.mapping?.same?.stage);
  const columns = [...columnsFilling(files, "stage")];
  const counts = new Map<string, number>();
  for (const { values } of columns)
    for (const [value, times] of values) counts.set(value, (counts.get(value) ?? 0) + times);
  for (const { file, column, values } of columns) {
    for (const value of values.keys()) mapper.decide(file, column.column, value, decisionOn(value, counts));
  }
  return mapper.finish();
}
