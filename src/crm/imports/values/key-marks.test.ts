import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyMarks } from "./key-marks.ts";

test("of any keys each is new once, and only those that were noted were seen", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (noted, others) => {
      const marks = new KeyMarks();
      const seen = new Set<string>();
      for (const key of noted) {
        expect(marks.add(key)).toBe(!seen.has(key));
        seen.add(key);
      }
      for (const key of [...noted, ...others]) expect(marks.has(key)).toBe(seen.has(key));
    }),
  );
});

test("300,000 ids that count up are all told apart", () => {
  const marks = new KeyMarks();
  for (let at = 0; at < 300_000; at += 1) expect(marks.add(`006${at}`)).toBe(true);
  for (let at = 0; at < 300_000; at += 1)
    if (marks.add(`006${at}`)) throw new Error(`006${at} was forgotten.`);
  expect(marks.has("006300000")).toBe(false);
});
