/** Bad and odd files: each is read as it was written, or refused in words. Nothing in between. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#base/platform";
import type { Case } from "./corpus/case.ts";
import { dateCases } from "./corpus/dates.ts";
import { encodingCases } from "./corpus/encodings.ts";
import { headerCases } from "./corpus/headers.ts";
import { type Come, comeOf } from "./corpus/importing.ts";
import { lineCases } from "./corpus/lines.ts";
import { numberCases } from "./corpus/numbers.ts";
import { packedCases } from "./corpus/packed.ts";
import { textCases } from "./corpus/texts.ts";
import { freshDatabase } from "./database.ts";

const corpus: Record<string, readonly Case[]> = {
  encodings: encodingCases,
  "lines and delimiters": lineCases,
  headers: headerCases,
  numbers: numberCases,
  dates: dateCases,
  "texts and ids": textCases,
  "packed and wrongly named": packedCases,
};

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** What came, in the form of what is expected. */
function asExpected(come: Come, expected: Case["expected"]): unknown {
  if (!("rows" in expected)) return come;
  const { said = [], ...rest } = come;
  const { says = [], rejects = [], ...more } = expected;
  return {
    came: {
      ...rest,
      says: says.filter((sentence) => said.includes(sentence)),
      said: says.length > 0 ? said : [],
    },
    expected: { ...more, accounted: true, rejects, says, said: says.length > 0 ? said : [] },
  };
}

test("the corpus holds at least eighty files", () => {
  expect(Object.values(corpus).flat().length).toBeGreaterThanOrEqual(80);
});

describe.each(Object.entries(corpus))("%s", (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))("a file %s", async (_, one) => {
    const come = await comeOf(database, one);
    const { expected } = one;
    if (!("rows" in expected)) return expect(come).toEqual(expected);
    const compared = asExpected(come, expected) as { came: unknown; expected: unknown };
    expect(compared.came).toEqual(compared.expected);
  });
});
