import { expect, test } from "vitest";
import { all, one, readSearch, writeSearch } from "./address.ts";

test("the address keeps text as text and repeated names as a list", () => {
  const search = readSearch("?asOf=2026-06-30&by=region&where=region=West&where=person=Ines+Berg&n=7");
  expect(search).toEqual({
    asOf: "2026-06-30",
    by: "region",
    where: ["region=West", "person=Ines Berg"],
    n: "7",
  });
});

test("what is empty leaves no trace, and what was written is read back", () => {
  expect(writeSearch({ asOf: undefined, by: "", where: [] })).toBe("");
  const search = { by: "stage", where: ["account=Pier & Sons", "region=West"], open: "100% sure?" };
  expect(readSearch(writeSearch(search))).toEqual(search);
});

test("one value and all values of a name can be asked for either form", () => {
  expect(one({ where: ["a", "b"] }, "where", undefined)).toBe("a");
  expect(one({}, "by", "stage")).toBe("stage");
  expect(all({ where: "a" }, "where")).toEqual(["a"]);
  expect(all({}, "where")).toEqual([]);
});
