import fc from "fast-check";
import { expect, test } from "vitest";
import { restoredCell, safeCell } from "./safe-cell.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1", "'+49 30 1"],
  ["-lead", "'-lead"],
  ["-7.50", "-7.50"],
  ["-1.234,56", "-1.234,56"],
  ["-1+cmd|x", "'-1+cmd|x"],
  ["@sum", "'@sum"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1", "'＝1"],
  [" =1", "' =1"],
  ['"=1', "'\"=1"],
  ["'=1", "''=1"],
  ["'quoted'", "'quoted'"],
  ["a=b", "a=b"],
  ["", ""],
])("%j is written as %j and read back as it was", (cell, written) => {
  expect(safeCell(cell)).toBe(written);
  expect(restoredCell(written)).toBe(cell);
});

test("whatever a cell holds, it comes back as it was and begins with nothing that runs", () => {
  const unit = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "'",
    '"',
    " ",
    "\t",
    "\r",
    "\n",
    "＝",
    "1",
    ".",
    "a",
    "\u200b",
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 8 }), fc.string()), (cell) => {
      const written = safeCell(cell);
      expect(restoredCell(written)).toBe(cell);
      expect(/^[=+@\t\r＝＋－＠]/.test(written)).toBe(false);
      if (written.startsWith("-")) expect(written).toMatch(/^-\d[\d.,]*$/);
    }),
    { numRuns: 10_000 },
  );
});
