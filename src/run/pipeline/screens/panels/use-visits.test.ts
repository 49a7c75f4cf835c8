import { expect, test } from "vitest";
import { visitsAfter } from "./use-visits.ts";

test("the last visit is the latest day before today on which somebody looked", () => {
  const first = visitsAfter(null, "2026-11-20");
  expect(first).toEqual({ last: "2026-11-20", before: null });
  const again = visitsAfter(first, "2026-11-20");
  expect(again).toBe(first);
  const next = visitsAfter(again, "2026-11-25");
  expect(next).toEqual({ last: "2026-11-25", before: "2026-11-20" });
  expect(visitsAfter(next, "2026-11-25")).toBe(next);
});

test("a clock that was set back forgets nothing", () => {
  const visits = { last: "2026-11-25", before: "2026-11-20" };
  expect(visitsAfter(visits, "2026-11-24")).toBe(visits);
});
