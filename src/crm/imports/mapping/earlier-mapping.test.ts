import { expect, test } from "vitest";
import { mappingFor } from "./earlier-mapping.ts";

const columns = ["Deal ID", "Amount"];
const earlierSaid = (own: object) => ({
  options: { dateOrder: "day-first", mapping: { files: { "old.csv": own } } } as never,
  files: [{ file: "old.csv", columns }],
});

test("what was said of a file's columns is said of a file with the same ones, whatever it is called", () => {
  const fit = mappingFor(earlierSaid({ object: "opportunity" }), [{ file: "new.csv", columns }]);
  expect(fit).toEqual({
    fits: 1,
    options: { dateOrder: "day-first", mapping: { files: { "new.csv": { object: "opportunity" } } } },
  });
});

test("on which line one file names its columns says nothing of another", () => {
  const fit = mappingFor(earlierSaid({ object: "opportunity", header: 2 }), [{ file: "new.csv", columns }]);
  expect(fit?.options.mapping?.files).toEqual({ "new.csv": { object: "opportunity" } });
});

test("files with other columns are told nothing", () => {
  expect(mappingFor(earlierSaid({}), [{ file: "new.csv", columns: ["Name"] }])).toBeNull();
});
