import fc from "fast-check";
import { expect, test } from "vitest";
import { readTabbed, tabbedText, tableHtml } from "./clipboard-text.ts";

test.each<[string, string, string[][]]>([
  ["one cell", "a", [["a"]]],
  ["a row", "a\tb", [["a", "b"]]],
  [
    "lines as a spreadsheet ends them",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "empty cells",
    "\tb\n\t",
    [
      ["", "b"],
      ["", ""],
    ],
  ],
  ["a line within a cell", '"two\nlines"\tb', [["two\nlines", "b"]]],
  ["quotes within a cell", '"she said ""no"""', [['she said "no"']]],
  ["quotes of a plain text", '"Buoy" 30\tb', [['"Buoy" 30', "b"]]],
  ["what was made harmless", "'=1+1", [["=1+1"]]],
])("reads %s", (_, text, lines) => {
  expect(readTabbed(text)).toEqual(lines);
});

test("what was copied is pasted as it was, whatever it holds", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "=", "'", '"', "\t", "\n", " ", "-", "1", "<") });
  const lines = fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
    );
  fc.assert(
    fc.property(lines, (given) => {
      const lastIsBlank = given.length > 1 && given.at(-1)?.join("") === "" && given.at(-1)?.length === 1;
      fc.pre(!lastIsBlank && !given.flat().some((one) => one.startsWith("'")));
      expect(readTabbed(tabbedText(given))).toEqual(given);
    }),
  );
});

test("no cell of a copied table is run or read as markup", () => {
  expect(tableHtml([["=cmd()", "<b>1 & 2"]])).toBe(
    "<table><tr><td>'=cmd()</td><td>&lt;b&gt;1 &amp; 2</td></tr></table>",
  );
});
