import { describe, expect, test } from "vitest";
import { readScope, scopeText } from "./scope.ts";

describe("the scope in the address", () => {
  test.each([
    [undefined, null],
    ["", null],
    ["region", null],
    ["region=", null],
    ["stage=Qualify", null],
    ["region=Europe", { kind: "region", name: "Europe" }],
    ["team=Gulf & Inland", { kind: "team", name: "Gulf & Inland" }],
    ["person=Ana=Maria", { kind: "person", name: "Ana=Maria" }],
  ])("%s is read as %o", (text, scope) => {
    expect(readScope(text)).toEqual(scope);
    if (scope !== null) expect(scopeText(scope as never)).toBe(text);
  });
});
