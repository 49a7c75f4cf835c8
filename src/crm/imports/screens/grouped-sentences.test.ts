import { expect, test } from "vitest";
import { groupedByFile } from "./grouped-sentences.ts";

test("sentences stand under the file that they speak of, and those of several files or of none in common", () => {
  const texts = [
    "a.csv: two rows close before their creation.",
    "a.csv, Amount: numbers like 1,234 are read so.",
    "a.csv, b.csv: no column says the currency.",
    "Days are taken as of UTC.",
    "a.csv.bak: it is a copy.",
  ];
  expect(groupedByFile(texts, ["a.csv", "b.csv", "a.csv.bak"])).toEqual({
    common: ["a.csv, b.csv: no column says the currency.", "Days are taken as of UTC."],
    byFile: [
      {
        file: "a.csv",
        texts: ["two rows close before their creation.", "Amount: numbers like 1,234 are read so."],
      },
      { file: "a.csv.bak", texts: ["it is a copy."] },
    ],
  });
});
