import { describe, expect, test } from "vitest";
import { companyRights, everyRight, startingAccessRoles, whyUnfitBundle } from "./access-role.ts";

const of = (key: string) => startingAccessRoles.find((role) => role.key === key)?.rights ?? [];

describe("the access roles that come along", () => {
  test("each has its own key and name, and rights that exist", () => {
    expect(new Set(startingAccessRoles.map(({ key }) => key)).size).toBe(startingAccessRoles.length);
    expect(new Set(startingAccessRoles.map(({ name }) => name)).size).toBe(startingAccessRoles.length);
    for (const { rights } of startingAccessRoles) {
      expect(rights.filter((right) => !everyRight.includes(right))).toEqual([]);
      expect(new Set(rights).size).toBe(rights.length);
    }
  });

  test("none has a right that its reach does not carry", () => {
    for (const role of startingAccessRoles) expect(whyUnfitBundle(role)).toBeNull();
  });

  test.each(companyRights)("the right %s needs the whole company", (right) => {
    expect(whyUnfitBundle({ rights: [right], reach: "line" })).toContain(right);
    expect(whyUnfitBundle({ rights: [right], reach: "company" })).toBeNull();
  });

  test("who only reads writes nothing: executive, analyst's records, finance, auditor", () => {
    const writes = (key: string) =>
      of(key).filter((right) => right.endsWith(".write") || right.endsWith(".run"));
    expect(writes("executive")).toEqual([]);
    expect(writes("finance")).toEqual([]);
    expect(writes("auditor")).toEqual([]);
    expect(writes("analyst")).toEqual(["views.write"]);
  });

  test("pay is for those who answer for it or check it", () => {
    const seesPay = startingAccessRoles.filter(({ rights }) => rights.includes("pay.read"));
    expect(seesPay.map(({ key }) => key)).toEqual(["owner", "executive", "vp", "finance", "auditor"]);
  });
});
