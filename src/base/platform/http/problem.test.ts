import { describe, expect, test } from "vitest";
import { Refusal, type RefusalKind } from "../../kernel/index.ts";
import { failureOf, HttpProblem } from "./problem.ts";
import { refuseStale } from "./stale.ts";

const id = "request-7";
const thrown = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return failureOf(error, id);
  }
  throw new Error("It was not refused.");
};
const fromDatabase = (code: string, more: object = {}) =>
  failureOf(Object.assign(new Error("Key (email)=(canary@example.com) is wrong"), { code, ...more }), id);

describe("a refusal becomes a problem document", () => {
  test.each<[RefusalKind, number]>([
    ["not-found", 404],
    ["invalid", 422],
    ["conflict", 409],
    ["denied", 403],
    ["missing", 428],
    ["too-much", 413],
    ["unavailable", 503],
  ])("%s with the status %i", (kind, status) => {
    const refusal = new Refusal(kind, "This is why.", {
      fix: "Do that.",
      fields: [{ field: "name", message: "No." }],
    });
    const { problem, unexpected } = failureOf(refusal, id);
    expect(problem).toMatchObject({ type: "about:blank", status, detail: "This is why.", fix: "Do that." });
    expect(problem.fields).toEqual([{ field: "name", message: "No." }]);
    expect(unexpected).toBe(false);
  });

  test("with the current version when the record has moved on, and none when it is gone", () => {
    expect(thrown(() => refuseStale({ version: 5 }, 4)).problem).toMatchObject({
      status: 412,
      currentVersion: 5,
    });
    expect(thrown(() => refuseStale(undefined, 4)).problem).toMatchObject({ status: 404 });
    expect(refuseStale({ version: 5, name: "x" }, 5)).toEqual({ version: 5, name: "x" });
  });

  test("with the header that says when to come back", () => {
    expect(failureOf(new Refusal("unavailable", "Not now."), id).headers).toEqual({ "retry-after": "1" });
    const busy = new HttpProblem(429, "Too many.", { headers: { "retry-after": "30" } });
    expect(failureOf(busy, id).headers).toEqual({ "retry-after": "30" });
  });
});

describe("a rule of the database is said in words, without the values of others", () => {
  test.each([
    [
      "23505",
      { table: "account", constraint: "account_pkey" },
      409,
      "There is already an account like this one.",
    ],
    [
      "23P01",
      { table: "reporting_line", constraint: "one_manager_at_a_time" },
      409,
      "The time of a reporting line overlaps with another one (rule: one manager at a time).",
    ],
    [
      "23503",
      { table: "opportunity", constraint: "opportunity_account_id_fkey" },
      422,
      "An opportunity refers to",
    ],
    [
      "23514",
      { table: "person", constraint: "person_name_check" },
      422,
      "A person breaks a rule of the record.",
    ],
    ["23502", { table: "person", column: "started_on" }, 422, "A person needs a value for started on."],
    ["22P02", {}, 422, "A value has a form or a size that the record cannot keep."],
    ["40001", {}, 409, "Somebody else was changing the same records."],
    ["40P01", {}, 409, "Somebody else was changing the same records."],
    ["55P03", {}, 503, "The database did not answer in time."],
    ["57P01", {}, 503, "The database did not answer in time."],
    ["53100", {}, 507, "The disk is full."],
    ["ECONNREFUSED", {}, 503, "The database did not answer in time."],
  ])("%s %j", (code, more, status, words) => {
    const { problem } = fromDatabase(code, more);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(words);
    expect(JSON.stringify(problem)).not.toContain("canary");
  });

  test("unless it was raised by our own rules, whose words are for people", () => {
    const raised = Object.assign(new Error("A record of account cannot move to another workspace."), {
      code: "P0001",
    });
    expect(failureOf(raised, id).problem).toMatchObject({ status: 422, detail: raised.message });
  });
});

test.each([
  ["an error", new Error("canary")],
  ["an error of the database that is our fault", Object.assign(new Error("canary"), { code: "42P01" })],
  [
    "an error that looks like a framework's",
    Object.assign(new Error("canary"), { code: "FST_ERR", statusCode: 500 }),
  ],
  ["an error with a status of its own", Object.assign(new Error("canary"), { statusCode: 404 })],
  ["text", "canary"],
  ["nothing", undefined],
])("%s that nobody expected is told by the request's number only", (_, error) => {
  const { problem, unexpected } = failureOf(error, id);
  expect(problem.status).toBe(500);
  expect(problem.detail).toContain(id);
  expect(JSON.stringify(problem)).not.toContain("canary");
  expect(unexpected).toBe(true);
});
