import { expect, test } from "vitest";
import { RowReader } from "./row-reader.ts";

/** Reads a text handed over in pieces of `size` letters: "line: a|b" for a row, "line! reason" for what is no row. */
function readInPieces(text: string, size: number, delimiter = ","): string[] {
  const reader = new RowReader(delimiter);
  const reads = [];
  for (let at = 0; at < text.length; at += size) reads.push(...reader.take(text.slice(at, at + size)));
  reads.push(...reader.finish());
  return reads.map((read) =>
    "row" in read
      ? `${read.row.line}: ${read.row.values.join("|")}`
      : `${read.unread.line}! ${read.unread.reason}`,
  );
}

const openQuote = "A quote opens in this line and does not close, so the row has no end.";
const cases: [why: string, text: string, expected: string[]][] = [
  ["plain rows", "a,b\n1,2\n3,4\n", ["1: a|b", "2: 1|2", "3: 3|4"]],
  ["no line end at the end", "a,b\n1,2", ["1: a|b", "2: 1|2"]],
  ["carriage return and line feed", "a,b\r\n1,2\r\n", ["1: a|b", "2: 1|2"]],
  ["carriage returns only", "a,b\r1,2\r", ["1: a|b", "2: 1|2"]],
  ["an empty last value", "a,b\n1,\n", ["1: a|b", "2: 1|"]],
  ["blank lines are passed over and counted", "a,b\n\n1,2\n  \n3,4", ["1: a|b", "3: 1|2", "5: 3|4"]],
  ["a quoted delimiter", 'a,b\n"1,5",2\n', ["1: a|b", "2: 1,5|2"]],
  ["a doubled quote", 'a,b\n"say ""hi""",2\n', ["1: a|b", '2: say "hi"|2']],
  ["a quoted line end moves the line on", 'a,b\n"1\n1",2\n3,4', ["1: a|b", "2: 1\n1|2", "4: 3|4"]],
  ["a quote inside an unquoted value is a letter", 'a,b\n6" pipe,2\n', ["1: a|b", '2: 6" pipe|2']],
  [
    "text after a closing quote",
    'a,b\n"x"y,2\n3,4',
    ["1: a|b", "2! Text follows a closing quote.", "3: 3|4"],
  ],
  ["one open quote costs one row", 'a,b\n"x,2\n3,4\n5,6', ["1: a|b", `2! ${openQuote}`, "3: 3|4", "4: 5|6"]],
  [
    "a zero byte",
    "a,b\n1\0,2\n3,4",
    ["1: a|b", "2! The row holds a zero byte, which no text can hold.", "3: 3|4"],
  ],
  ["a single column", "a\n1\n2", ["1: a", "2: 1", "3: 2"]],
];

for (const size of [1, 3, 1000]) {
  test.each(cases)(`pieces of ${size}: %s`, (_, text, expected) => {
    expect(readInPieces(text, size)).toEqual(expected);
  });
}

test("a line of 30 MB is refused without being kept, and the next row is read", () => {
  const reader = new RowReader(",");
  const reads = reader.take("a,b\n");
  const piece = "x".repeat(1024 * 1024);
  for (let times = 0; times < 30; times += 1) reads.push(...reader.take(piece));
  reads.push(...reader.take("\n1,2\n"), ...reader.finish());
  expect(reads.map((read) => ("row" in read ? read.row.line : read.unread.reason))).toEqual([
    1,
    "The line is longer than 10 MB.",
    3,
  ]);
});
