import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { importRoutes } from "#crm";
import { type Client, signedInClient } from "../../../test/client.ts";
import { opened } from "../../../test/importing.ts";
import type { Finding } from "./findings-actions.ts";
import { upkeepRoutes } from "./routes.ts";
import { lookAtBackups, lookAtJobs, lookAtRequests, wholeOf } from "./status-actions.ts";
import { getStatus } from "./status-contract.ts";

const now = Temporal.Instant.from("2026-03-10T15:00:00Z");
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient([...upkeepRoutes, ...importRoutes], { clock: fixedClock(now) });
});
afterAll(() => desk.close());

const told = ({ verdict, words }: Pick<Finding, "verdict" | "words">) => `${verdict}: ${words}`;

test("a running installation says of each part how it stands, and of the whole the worst", async () => {
  await opened(desk, { "deals.csv": "Deal ID,Stage\nA,Open\n" });
  desk.services.observed.statement("select slow", 1234);
  const first = await desk.call(getStatus, {});
  expect(first.findings.map((one) => one.about)).toEqual(
    expect.arrayContaining(["record", "schema", "copy for figures", "disk", "backups", "jobs", "requests"]),
  );
  const about = (name: string) => first.findings.filter((one) => one.about === name).map(told);
  expect(about("copy for figures")).toEqual(["good: It was made just now."]);
  expect(about("jobs")).toEqual(["good: None runs."]);
  expect(about("backups")).toEqual(["worth: None was written to the data directory yet."]);
  expect(first.jobs.map(({ what, name, state }) => [what, name, state])).toEqual([
    ["import", "test", "ready"],
  ]);
  expect(first.slow).toEqual([{ at: now.toString(), ms: 1234, sql: "select slow" }]);
  const again = await desk.call(getStatus, {});
  expect(again.findings.find((one) => one.about === "copy for figures")?.words).toBe(
    "It knows of every change.",
  );
  expect(again.requests.answered).toBe(first.requests.answered + 1);
  expect(again.verdict).not.toBe("good");
});

test.each([
  [["good", "good"], "good: All is well."],
  [["good", "worth"], "worth: It works. One thing is worth a look."],
  [["worth", "worth", "good"], "worth: It works. 2 things are worth a look."],
  [["worth", "bad"], "bad: One thing needs you now."],
  [["bad", "bad"], "bad: 2 things need you now."],
] as const)("%s is told as %s", (verdicts, expected) => {
  expect(told(wholeOf(verdicts.map((verdict) => ({ about: "x", verdict, words: "" }))))).toBe(expected);
});

test.each([
  [["done", "running"], "good: One import runs."],
  [["failed", "running"], "worth: One import broke off."],
  [["paused", "paused"], "worth: 2 imports are paused."],
  [[], "good: None runs."],
])("imports that are %s are told as %s", (states, expected) => {
  expect(told(lookAtJobs(states))).toBe(expected);
});

test.each([
  [10, 0, "good: 10 answered since the start, none failed."],
  [1000, 10, "worth: 10 of 1000 could not be answered since the start."],
  [1000, 11, "bad: 11 of 1000 could not be answered since the start."],
])("of %d requests %d that failed are told as %s", (answered, failed, expected) => {
  expect(told(lookAtRequests({ answered, failed }))).toBe(expected);
});

test("backups are told by the age of the newest", () => {
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-status-"));
  mkdirSync(join(directory, "backups"));
  const backup = (name: string, daysAgo: number) => {
    writeFileSync(join(directory, "backups", name), "");
    const at = now.epochMilliseconds / 1000 - daysAgo * 86_400;
    utimesSync(join(directory, "backups", name), at, at);
  };
  backup("old.backup", 12.5);
  expect(told(lookAtBackups(directory, now))).toBe("worth: The newest is 12 days old.");
  backup("new.backup", 1.2);
  expect(told(lookAtBackups(directory, now))).toBe("good: 2, the newest from yesterday.");
  expect(told(lookAtBackups(null, now))).toBe("worth: None was written to the data directory yet.");
  rmSync(directory, { recursive: true });
});
