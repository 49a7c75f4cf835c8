import { describe, expect, test } from "vitest";
import { type CommandGroup, fitOf, fitting } from "./commands.ts";

const named = (label: string, also?: string) => ({
  id: label,
  label,
  run: () => undefined,
  ...(also ? { also } : {}),
});
const groups: CommandGroup[] = [
  { label: "Pages", commands: [named("Home"), named("Pipeline"), named("What moved", "waterfall")] },
  { label: "Measures", commands: [named("Open pipeline"), named("Weighted pipeline"), named("Win rate")] },
];
const shown = (typed: string) =>
  fitting(groups, typed).map(({ label, commands }) => [label, commands.map((command) => command.label)]);

describe("the commands that fit", () => {
  test.each([
    ["pipe", "Pipeline", 0],
    ["pipe", "Open pipeline", 1],
    ["line", "Open pipeline", 2],
    ["pipeline open", "Open pipeline", 3],
    ["stage", "Open pipeline", null],
  ])("%s against %s", (typed, label, fit) => {
    expect(fitOf({ label }, typed)).toBe(fit);
  });

  test("the group with the best name comes first", () => {
    expect(shown("win")).toEqual([["Measures", ["Win rate"]]]);
    expect(shown("pipeline")).toEqual([
      ["Pages", ["Pipeline"]],
      ["Measures", ["Open pipeline", "Weighted pipeline"]],
    ]);
  });

  test("a command is found under its other words", () => {
    expect(shown("waterfall")).toEqual([["Pages", ["What moved"]]]);
  });

  test("with nothing typed all are there", () => {
    expect(shown(" ").flatMap(([, labels]) => labels)).toHaveLength(6);
  });
});
