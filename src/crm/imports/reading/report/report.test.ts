import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTable, rowChunks, type SourceFile } from "../table-file.ts";
import { isUnitLine } from "./layout.ts";
import { LeftOut } from "./left-out.ts";
import { isTotalLine } from "./total-line.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quarterdeck-reports-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is read of a text: its columns, its rows, what could not be read, and what is told of the rest. */
async function readOf(text: string, said: Partial<SourceFile> = {}) {
  const path = join(folder, "r.csv");
  await writeFile(path, text);
  const table = await openTable({ name: "r.csv", path, ...said });
  const leftOut = new LeftOut();
  const rows: string[] = [];
  for await (const chunk of rowChunks(table, 3, leftOut)) {
    rows.push(...chunk.rows.map(({ line, values }) => `${line}: ${values.join("|")}`));
    rows.push(...chunk.unread.map(({ line, reason }) => `${line}: ${reason}`));
  }
  return { columns: table.columns.join("|"), rows, told: leftOut.sentences("r.csv") };
}

const columns = "Stage|Deal Name|Amount";
const two = ["2: Won|A|5", "3: Open|B|6"];

test.each([
  ["a plain table", "Stage,Deal Name,Amount\nWon,A,5\nOpen,B,6\n", two, []],
  [
    "titles above it",
    "Pipeline report\nAs of 3 May 2026\n\nStage,Deal Name,Amount\nWon,A,5\n",
    ["5: Won|A|5"],
    ["r.csv: 2 lines above the header (“Pipeline report” …) were left out, and are no rows."],
  ],
  [
    "titles above it, padded",
    "Acme Inc.,,\nFilter:,Open,\nStage,Deal Name,Amount\nWon,A,5\n",
    ["4: Won|A|5"],
    ["r.csv: 2 lines above the header (“Acme Inc.” …) were left out, and are no rows."],
  ],
  [
    "semicolons under a title with commas",
    "Report, May 3, 2026\nStage;Deal Name;Amount\nWon;A;5,50\nOpen;B;6,50\n",
    ["3: Won|A|5,50", "4: Open|B|6,50"],
    ["r.csv: 1 line above the header (“Report, May 3, 2026”) was left out, and is no row."],
  ],
  [
    "a total",
    "Stage,Deal Name,Amount\nWon,A,5\nOpen,B,6\nTotal,,11\n",
    two,
    ["r.csv: 1 line of totals (line 4) was left out, and is no row."],
  ],
  [
    "a total without a word",
    "Stage,Deal Name,Amount\nWon,A,5\nOpen,B,6\n,,11\n",
    two,
    ["r.csv: 1 line of totals (line 4) was left out, and is no row."],
  ],
  [
    "groups with subtotals, their label on the first row only",
    "Stage,Deal Name,Amount\nWon,A,5\n,B,6\nSubtotal,,11\nOpen,C,1\n,D,2\nSubtotal,,3\nGrand Total,,14\n",
    ["2: Won|A|5", "3: Won|B|6", "5: Open|C|1", "6: Open|D|2"],
    [
      "r.csv: 3 lines of totals (lines 4, 7, 8) were left out, and are no rows.",
      "r.csv, Stage: the value stands once above or beside the rows of a group, and was given to 2 rows of it.",
    ],
  ],
  [
    "groups of a pivot, with empty lines between",
    "Stage,Deal Name,Amount\nWon,A,5\n,B,6\nWon Total,,11\n,,\nOpen,C,1\n,D,2\nOpen Total,,3\n",
    ["2: Won|A|5", "3: Won|B|6", "6: Open|C|1", "7: Open|D|2"],
    [
      "r.csv: 2 lines of totals (lines 4, 8) and 1 empty line were left out, and are no rows.",
      "r.csv, Stage: the value stands once above or beside the rows of a group, and was given to 2 rows of it.",
    ],
  ],
  [
    "groups with counts, sums and counts in lines of their own",
    "Stage ↑,Deal Name,Amount\nWon (2),A,5\n,B,6\nSubtotal,Sum,11\n,Count,2\nOpen (1),C,1\nSubtotal,Sum,1\n,Count,1\nTotal,Sum,12\n,Count,3\n",
    ["2: Won|A|5", "3: Won|B|6", "6: Open|C|1"],
    [
      "r.csv: 6 lines of totals (lines 4, 5, 7 …) were left out, and are no rows.",
      "r.csv, Stage: the value stands once above or beside the rows of a group, and was given to 1 row of it.",
    ],
  ],
  [
    "groups whose label stands alone above their rows",
    "Stage,Deal Name,Amount\nWon,,\n,A,5\n,B,6\nOpen,,\n,C,1\n,D,1\n",
    ["3: Won|A|5", "4: Won|B|6", "6: Open|C|1", "7: Open|D|1"],
    [
      "r.csv: 2 labels of groups (lines 2, 5) were left out, and are no rows.",
      "r.csv, Stage: the value stands once above or beside the rows of a group, and was given to 4 rows of it.",
    ],
  ],
  [
    "its header again on each page",
    "Stage,Deal Name,Amount\nWon,A,5\nStage,Deal Name,Amount\nOpen,B,6\n",
    ["2: Won|A|5", "4: Open|B|6"],
    ["r.csv: 1 repeated header (line 3) was left out, and is no row."],
  ],
  [
    "notes under it",
    "Stage,Deal Name,Amount\nWon,A,5\nOpen,B,6\n\nSource: Finance\nPage 1 of 1\n",
    two,
    ["r.csv: 2 lines under the table (“Source: Finance” …) were left out, and are no rows."],
  ],
  [
    "a line alone without a gap, which is a broken row",
    "Stage,Deal Name,Amount\nWon,A,5\nOpen\n",
    ["2: Won|A|5", "3: The row has 1 value, but the header names 3 columns."],
    [],
  ],
  [
    "a customer of the name Total, who has words where rows have them",
    "Stage,Deal Name,Amount\nWon,Total,5\nOpen,Total Wine,6\n",
    ["2: Won|Total|5", "3: Open|Total Wine|6"],
    [],
  ],
  [
    "a first column that is seldom filled",
    "Stage,Deal Name,Amount\n,A,5\nx,B,6\n,C,7\n",
    ["2: |A|5", "3: x|B|6", "4: |C|7"],
    [],
  ],
] as [string, string, string[], string[]][])("a file with %s", async (_, text, rows, told) => {
  expect(await readOf(text)).toEqual({ columns, rows, told });
});

test("the units under the header become part of the names of amounts, and are no row", async () => {
  expect(await readOf("Stage,Deal Name,Amount\n,,k€\nWon,A,5\n")).toEqual({
    columns: "Stage|Deal Name|Amount (k€)",
    rows: ["3: Won|A|5"],
    told: ["r.csv: 1 line of units (“k€”) was left out, and is no row."],
  });
});

test("labels of groups with lines of their own become columns, the inner anew in each outer one", async () => {
  const text =
    "Owner: Ann (3 records),\nStage: Won (2 records),\nA,1,x\nB,2,y\nStage: Open (1 record),\nC,3,z\nOwner: Bo (1 record),\nD,4,z\n";
  const { columns: names, rows } = await readOf(`Deal Name,Amount,Note\n${text}`);
  expect(names).toBe("Deal Name|Amount|Note|Owner|Stage");
  expect(rows).toEqual(["4: A|1|x|Ann|Won", "5: B|2|y|Ann|Won", "7: C|3|z|Ann|Open", "9: D|4|z|Bo|"]);
});

test("a person can say which line names the columns, and that every line is a row", async () => {
  const text = "Stage,Deal Name,Amount\nName,What,Much\nWon,A,5\nTotal,,5\n";
  expect(await readOf(text, { header: 2, lines: "all" })).toEqual({
    columns: "Name|What|Much",
    rows: ["3: Won|A|5", "4: Total||5"],
    told: ["r.csv: 1 line above the header (“Stage”) was left out, and is no row."],
  });
  await expect(readOf(text, { header: 9 })).rejects.toThrow(
    "r.csv: line 9 cannot be the one that names the columns.",
  );
});

const plain = { last: ["West", "Deal A", "5"], isTotal: false, wordColumns: [0, 1] };
test.each([
  ["Total||5", true],
  ["Grand Total||", true],
  ["Total||", false],
  ["Totals:||1,250.00 €", true],
  ["Total (12 records)||", true],
  ["West Total||5", true],
  ["Total for West||5", true],
  ["East Total||5", false],
  ["Subtotal East||5", true],
  ["West|Total|5", true],
  ["East|Total|5", false],
  ["Gesamtsumme||5", true],
  ["Zwischensumme||5", true],
  ["Total général||5", true],
  ["Suma||5", true],
  ["Total|Deal B|5", false],
  ["Totalplan|Deal B|5", false],
  ["||5", true],
  ["|Deal B|5", false],
  ["Count||5", false],
])("a line %s is one of totals: %s", (line, expected) => {
  expect(isTotalLine(line.split("|"), plain)).toBe(expected);
});

test.each([
  ["|EUR|%", true],
  ["|(USD)|days", true],
  ["text|k€|dd.mm.yyyy", true],
  ["1|USD|$", false],
  ["US Dollar|USD|$", false],
  ["||", false],
])("a line %s says units: %s", (line, expected) => {
  expect(isUnitLine(line.split("|"))).toBe(expected);
});
