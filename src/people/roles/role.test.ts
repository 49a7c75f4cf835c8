import { describe, expect, test } from "vitest";
import { type Profile, rewritten, sectionKeys, sectionsOf, separate, separationOf } from "./role.ts";
import { startingProfile, startingProfiles } from "./starting.ts";

const profile = (name: string, given: Record<string, string[]>): Profile => ({
  name,
  level: "Manager",
  sections: sectionsOf(
    Object.fromEntries(Object.entries(given).map(([key, texts]) => [key, texts.map((text) => ({ text }))])),
  ),
});

describe("two roles side by side", () => {
  const one = profile("Planner", { focus: ["Years"], leads: ["Analysts"], soft: ["Vision", "Speech"] });
  const other = profile("Runner", { focus: ["Days"], leads: ["Analysts"], technical: ["CRM"] });

  test.each([
    ["focus", "differs", [], ["Years"], ["Days"]],
    ["leads", "same", ["Analysts"], [], []],
    ["soft", "only-one", [], ["Vision", "Speech"], []],
    ["technical", "only-other", [], [], ["CRM"]],
    ["pay", "neither", [], [], []],
  ])("of %s: %s", (key, kind, both, own, others) => {
    const found = separate(one, other).find((section) => section.key === key);
    expect(found).toMatchObject({ kind, both, one: own, other: others });
  });

  test("what separates them is said in sentences", () => {
    expect(separationOf(one, other)).toBe(
      "Planner and Runner differ in 3 of 4 sections. Both say the same of leads. Only Planner says something of soft skills. Only Runner says something of technical skills.",
    );
    expect(separationOf(one, { ...one, name: "Twin" })).toBe(
      "Planner and Twin say the same in every section.",
    );
  });

  test("each section stands on one side as it stands on the other, turned around", () => {
    for (const a of startingProfiles) {
      for (const b of startingProfiles) {
        const there = separate(a, b).map((section) => [section.key, section.one, section.other]);
        const back = separate(b, a).map((section) => [section.key, section.other, section.one]);
        expect(there).toEqual(back);
      }
    }
  });
});

describe("lines with new words", () => {
  const before = [{ text: "Runs the pipeline", place: "/pipeline" }, { text: "Writes playbooks" }];

  test("keep their place where their words stayed, lose it where they changed, and are neither empty nor doubled", () => {
    expect(rewritten(before, ["  Runs the pipeline ", "", "Writes guides", "Writes guides"])).toEqual([
      { text: "Runs the pipeline", place: "/pipeline" },
      { text: "Writes guides" },
    ]);
  });
});

describe("the profiles that come along", () => {
  test("have keys of their own", () => {
    const keys = startingProfiles.map(({ key }) => key);
    expect(keys).toHaveLength(8);
    expect(new Set(keys).size).toBe(8);
  });

  test.each(["vp-sales-operations", "director-sales-operations"])(
    "%s is filled in, section by section",
    (key) => {
      const found = startingProfile(key);
      for (const section of sectionKeys) expect(found?.sections[section].length, section).toBeGreaterThan(0);
    },
  );

  test("VP and Director agree in no section", () => {
    const [vp, director] = ["vp-sales-operations", "director-sales-operations"].map(startingProfile);
    if (!vp || !director) throw new Error("A leader is missing.");
    expect(separate(vp, director).map(({ kind }) => kind)).toEqual(sectionKeys.map(() => "differs"));
  });
});
