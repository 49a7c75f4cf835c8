import { expect, test } from "vitest";
import { reasonsCell, stillRejected } from "./reasons.ts";

const columns = ["Id", "Amount", "Close"];
const ofAmount = { field: "Amount", value: "many", reason: "It is not a number." };

test.each([
  [
    "the value that was refused",
    [ofAmount],
    ["1", "many", ""],
    "The value of Amount was rejected before and is still the same.",
  ],
  ["another value there", [ofAmount], ["1", "5", ""], null],
  [
    "one of two values corrected",
    [ofAmount, { field: "Close", value: "x", reason: "No." }],
    ["1", "5", "x"],
    "The value of Close was rejected before and is still the same.",
  ],
  [
    "an empty value that must be filled",
    [{ field: "Id", value: "", reason: "It is empty." }],
    ["", "5", ""],
    "The value of Id was rejected before and is still the same.",
  ],
  [
    "a reason for the whole row",
    [{ field: "(row)", value: "a,b", reason: "Too few." }],
    ["1", "5", ""],
    "Its cell “Rejected because” still says why. Correct the row and empty that cell.",
  ],
  [
    "a reason that names no column",
    [{ field: "opportunity", value: "9", reason: "None such." }],
    ["1", "5", ""],
    "Its cell “Rejected because” still says why. Correct the row and empty that cell.",
  ],
])("a row with %s", (_, reasons, values, expected) => {
  expect(stillRejected(columns, values, reasonsCell(columns, reasons))).toBe(expected);
});

test("a row whose reasons were emptied is read", () => {
  expect(stillRejected(columns, ["1", "many", ""], " ")).toBeNull();
});
