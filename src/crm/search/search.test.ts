import { describe, expect, test } from "vitest";
import { folded, wantedIn } from "./search.ts";

describe("what is looked for", () => {
  test.each([
    ["Ibáñez", "ibanez"],
    ["ÅNGSTRÖM", "angstrom"],
    ["Straße", "straße"],
    ["Łódź", "łodz"],
  ])("%s is compared as %s", (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test("words are told apart by any space, and nothing typed is nothing looked for", () => {
    expect(wantedIn("  Gulf \t &  Inland ")).toEqual({
      text: "gulf & inland",
      words: ["gulf", "&", "inland"],
    });
    expect(wantedIn("   ")).toBeNull();
  });

  test("what is longer than any name is cut", () => {
    expect(wantedIn("a ".repeat(500))?.words).toHaveLength(8);
    expect(wantedIn("x".repeat(5000))?.text).toHaveLength(100);
  });
});
