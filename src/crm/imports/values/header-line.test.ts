import { expect, test } from "vitest";
import { hasNoHeader } from "./header-line.ts";

test.each([
  [["Deal ID", "Stage", "Amount"], false],
  [["D1", "Acme", "Prospecting", "12.50", "2026-05-03", "n"], true],
  [["AED", "Emirati Dirham", "2008-04-30 00:00:00"], true],
  [["274", "", "", "0", "559697.5639", "{48754992-9EE0-4C0E-8C94-9451604E3E02}"], true],
  [["Ann Lee", "ann@acme.example", "East"], true],
  [["Region", "2024", "2025", "2026"], false],
  [["Region", "2024", "1999"], true],
  [["Region", "$5", "East", "x"], true],
  [["a", "b", "c", "d", "e", "1"], false],
  [["Name", "Q1 2026", "3-May"], false],
  [["Ann Lee", "East", "Bo Day"], false],
] as const)("a file that begins with %j has no header: %s", (first, expected) => {
  expect(hasNoHeader(first)).toBe(expected);
});
