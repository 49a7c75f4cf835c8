import { expect, test } from "vitest";
import { circleInWords, circlesAmong, closedBy, type Reporting } from "./circles.ts";

/** "a>b" is: a reports to b. Rows in this order; a small letter x is in no row. */
const reporting = (...lines: string[]) =>
  new Map(
    lines.map((line, place): [string, Reporting] => {
      const [person = "", managerId = ""] = line.split(">");
      return [person, { managerId, place: person === "x" ? -1 : place }];
    }),
  );

test.each([
  ["none", ["a>b", "b>c"], []],
  ["one of two", ["a>b", "b>a"], [["a", "b"]]],
  ["one with a tail", ["t>a", "a>b", "b>c", "c>a"], [["a", "b", "c"]]],
  [
    "two",
    ["a>b", "b>a", "c>d", "d>c"],
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["none of one alone, which is said elsewhere", ["a>a"], []],
])("circles: %s", (_, lines, circles) => {
  expect(circlesAmong(reporting(...lines))).toEqual(circles);
});

test("the last row of a circle closes it; a circle without a row is nobody's", () => {
  const lines = reporting("b>c", "x>b", "c>x");
  const [circle = []] = circlesAmong(lines);
  expect(closedBy(circle, lines)).toBe("c");
  expect(closedBy(["x"], lines)).toBeNull();
});

test("a circle is named from the row that closes it on, and a long one not to its end", () => {
  const upper = (id: string) => id.toUpperCase();
  expect(circleInWords(["a", "b", "c"], "b", upper)).toBe(
    "B would report to C, who reports to A, who reports to B: that is a circle. Name another manager in one of these rows.",
  );
  expect(circleInWords(["a", "b", "c", "d", "e", "f", "g", "h"], "a", upper)).toBe(
    "A would report to B, who reports to C, who reports to D, who reports to E, who reports to F, and so on to A: that is a circle. Name another manager in one of these rows.",
  );
});
