import { expect, test } from "vitest";
import { type DateOrder, dateOrderIn, dayOf, instantOf, readMoment } from "./date-text.ts";

const shown = (text: string, order: DateOrder | null) => {
  const read = readMoment(text, order);
  if ("reason" in read) return read.reason;
  const { date, time, offset } = read.value;
  return `${date}${time === null ? "" : ` ${time}`}${offset ?? ""}`;
};

test.each([
  ["2017-03-01", null, "2017-03-01"],
  ["2024-04-09 21:32:09", null, "2024-04-09 21:32:09"],
  ["2024-04-09T21:32:09.123Z", null, "2024-04-09 21:32:09.123Z"],
  ["2024-04-09T21:32:09+0200", null, "2024-04-09 21:32:09+02:00"],
  ["2024-04-27 04:51:56.980402", null, "2024-04-27 04:51:56.980402"],
  ["02/23/26 08:55 PM", "mdy", "2026-02-23 20:55:00"],
  ["02/24/26 12:05 AM", "mdy", "2026-02-24 00:05:00"],
  ["03/04/2026", "mdy", "2026-03-04"],
  ["03/04/2026", "dmy", "2026-04-03"],
  ["31.12.1999", "dmy", "1999-12-31"],
  ["01/01/70", "dmy", "1970-01-01"],
  ["01/01/68", "dmy", "2068-01-01"],
  ["15 Apr, 2021 00:02:00", null, "2021-04-15 00:02:00"],
  ["Apr 15, 2021", null, "2021-04-15"],
  ["15-Apr-21", null, "2021-04-15"],
  ["Friday, December 1, 2017", null, "2017-12-01"],
  ["Wed 3 May 2017", null, "2017-05-03"],
  ["31. März 2026", null, "2026-03-31"],
  ["1er février 2026", null, "2026-02-01"],
  ["3 de agosto de 2026", null, "2026-08-03"],
  ["12-Dez-26", null, "2026-12-12"],
  ["3 jui 2026", null, "It is not a date."],
  ["Marketing 3, 2026", null, "It is not a date."],
  ["1404172800000", null, "2014-07-01 00:00:00Z"],
  ["03/04/2026", null, "It does not say whether the day or the month comes first."],
  ["30/02/2026", "dmy", "There is no such day."],
  ["13/13/2026", "mdy", "There is no such day."],
  ["2026-02-30", null, "There is no such day."],
  ["02/03/26 13:05 PM", "mdy", "There is no such time of day."],
  ["45291", "dmy", "It is not a date."],
  ["soon", "dmy", "It is not a date."],
] as const)("%s in order %s is %s", (text, order, expected) => {
  expect(shown(text, order)).toBe(expected);
});

test.each([
  ["13/04/2026", "dmy"],
  ["04/13/2026", "mdy"],
  ["03/04/2026", "either"],
  ["2026-04-03", "stated"],
  ["13/13/2026", "not-a-date"],
  ["x", "not-a-date"],
] as const)("%s speaks for the order %s", (text, expected) => {
  expect(dateOrderIn(text)).toBe(expected);
});

test("a moment without an offset is local to the workspace, one with an offset is not", () => {
  const local = readMoment("2026-01-01 00:30", null);
  const stated = readMoment("2026-01-01T00:30:00Z", null);
  if ("reason" in local || "reason" in stated) throw new Error("unread");
  expect(instantOf(local.value, "America/New_York").toString()).toBe("2026-01-01T05:30:00Z");
  expect(dayOf(local.value, "America/New_York").toString()).toBe("2026-01-01");
  expect(dayOf(stated.value, "America/New_York").toString()).toBe("2025-12-31");
});
