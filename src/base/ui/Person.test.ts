import { describe, expect, test } from "vitest";
import { initialsOf, toneOf } from "./Person.tsx";

describe("the sign of a person", () => {
  test.each([
    ["Ana Costa", "AC"],
    ["Ana Maria Costa", "AC"],
    ["Cher", "CH"],
    ["Noor van den Berg", "NB"],
    ["  Élodie   Ångström ", "ÉÅ"],
    ["", "?"],
  ])("%s is %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test("the tone is one of eight, and always the same for a name", () => {
    const names = ["Ana Costa", "Ben Ali", "Cal Diaz", "Dee Eze", "Eli Fox", "Fay Gil", "Gus Han", "Hal Ito"];
    const tones = names.map(toneOf);
    expect(tones).toEqual(names.map(toneOf));
    expect(Math.min(...tones)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...tones)).toBeLessThanOrEqual(8);
    expect(new Set(tones).size).toBeGreaterThan(3);
  });
});
