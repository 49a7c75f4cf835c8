import { expect, test } from "vitest";
import { fixedClock } from "../../kernel/index.ts";
import { jsonLog } from "./log.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-02T08:00:00Z"));
const secret = "k3Jx9qPz0vB7mLw2RtY5uHs8dFg1aCe4nOi6XbV_-Qk";

function logged(message: string, facts: Record<string, unknown>): string {
  let text = "";
  jsonLog(clock, (line) => {
    text += line;
  })("error", message, facts);
  return text;
}

test("a line of the log is one JSON object with the time, the level and the facts", () => {
  const line = logged("Stopped.", {
    request: "r-1",
    ms: 1.5,
    amount: 7n,
    day: Temporal.PlainDate.from("2026-01-02"),
  });
  expect(line.endsWith("}\n")).toBe(true);
  expect(JSON.parse(line)).toEqual({
    at: "2026-03-02T08:00:00Z",
    level: "error",
    message: "Stopped.",
    request: "r-1",
    ms: 1.5,
    amount: "7",
    day: "2026-01-02",
  });
});

test("an error is logged with its stack, for those who run the server", () => {
  const { error } = JSON.parse(logged("Failed.", { error: new Error("no luck") }));
  expect(error).toMatchObject({
    name: "Error",
    reason: "no luck",
    stack: expect.stringContaining("log.test.ts"),
  });
});

test.each([
  ["by name", { sessionToken: "short" }],
  ["by name, deep inside", { request: { headers: { Authorization: "Bearer short", cookie: "a=short" } } }],
  ["by form", { url: `/sign-in?token=${secret}` }],
  ["in an error", { error: new Error(`bad token ${secret}`) }],
])("a secret is left out %s", (_, facts) => {
  const line = logged("x", facts);
  expect(line).not.toContain(secret);
  expect(line).not.toContain("short");
  expect(line).toContain("[left out]");
});
