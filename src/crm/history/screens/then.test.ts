import { expect, test } from "vitest";
import type { ChangeOut } from "../contract.ts";
import { fieldsThen } from "./then.ts";

const change = (day: string, said: Partial<ChangeOut>, before: string | null = null): ChangeOut => ({
  changeNo: day,
  of: "account",
  recordId: "r",
  action: "updated",
  trueSince: `${day}T12:00:00Z`,
  recordedAt: `${day}T12:00:00Z`,
  authorId: null,
  author: "Odd Lund",
  source: "app",
  changes: [
    {
      field: "city",
      label: "City",
      kind: "text",
      before: before === null ? null : { text: before },
      after: null,
    },
  ],
  ...said,
});
const newestFirst = [
  change("2026-05-01", {}, "Oslo"),
  change("2026-03-01", {}, "Bergen"),
  change("2026-02-01", { of: "contact" }, "Rome"),
  change("2026-01-01", { action: "created" }),
];

test.each([
  ["before the first change after it", "2026-01-15", "Bergen", true],
  ["on the day of a change, which counts", "2026-03-01", "Oslo", true],
  ["after the last change, nothing is different", "2026-05-02", undefined, true],
  ["before it was added, it did not exist", "2025-12-31", "Bergen", false],
])("%s", (_, day, city, existed) => {
  const then = fieldsThen(newestFirst, "account", day, "UTC");
  const said = then.fields.get("City");
  expect(said === undefined || said === null ? said : said.text).toBe(city);
  expect(then.existed).toBe(existed);
});
