import { expect, test } from "vitest";
import { namesSayWhatThingsAre, verbsAreOfTheDesk } from "./names.ts";
import { filesAreShort, functionsAreShort, medianFileIsShort } from "./sizes.ts";
import { planted } from "./source.ts";
import { nothingIsHalfDone, testsAreSentencesAndRun } from "./words.ts";

const lines = (count: number, text = "a();") => Array(count).fill(text).join("\n");

test("a file of 301 lines is caught, one of 300 is right", () => {
  const sources = planted({ "src/a.ts": lines(301), "src/b.ts": `${lines(300)}\n` });
  expect(filesAreShort(sources)).toEqual(["src/a.ts has 301 lines, more than 300: split it by meaning."]);
});

test.each([
  ["a function", `function longOne() {\n${lines(69)}\n}`, "longOne has 71 lines"],
  ["an arrow", `const longOne = () => {\n${lines(69)}\n};`, "longOne has 71 lines"],
  ["a method", `class A { longOne() {\n${lines(69)}\n} }`, "longOne has 71 lines"],
  [
    "a component",
    `export function LongOne() { return <div>\n${lines(69, "<p>}{</p>").replaceAll("}{", "{'}'}")}\n</div>; }`,
    "LongOne has 71 lines",
  ],
  ["a test", `describe("all", () => { test("one", () => {\n${lines(69)}\n}); });`, "a function has 71 lines"],
])("%s of 71 lines is caught", (_, text, problem) => {
  expect(functionsAreShort(planted({ "src/a.tsx": text }))).toEqual([expect.stringContaining(problem)]);
});

test("a function of 70 lines and a long group of tests are right", () => {
  const text = `function f() {\n${lines(68)}\n}\ndescribe.each([1])("all", () => {\n${lines(90)}\n});`;
  expect(functionsAreShort(planted({ "src/a.test.ts": text }))).toEqual([]);
});

test("a median file of 91 lines is caught, whatever the tests are", () => {
  const sources = planted({
    "src/a.ts": lines(91),
    "src/b.ts": lines(300),
    "src/c.ts": lines(1),
    "src/a.test.ts": "",
  });
  expect(medianFileIsShort(sources)).toEqual(["The median file has 91 lines, more than 90."]);
  expect(medianFileIsShort(sources.slice(0, 1).concat(sources.slice(2)))).toHaveLength(1);
  expect(medianFileIsShort(planted({ "src/a.ts": lines(90) }))).toEqual([]);
});

test.each([
  ["src/crm/utils/a.ts", "src/crm/utils/ is named for nothing that the field knows (utils)."],
  [
    "src/crm/accounts/helpers.ts",
    "src/crm/accounts/helpers.ts is named for nothing that the field knows (helpers).",
  ],
  ["test/common/a.ts", "test/common/ is named for nothing that the field knows (common)."],
  [
    "src/crm/accounts/types.ts",
    "src/crm/accounts/types.ts is named for nothing that the field knows (types).",
  ],
  [
    "src/crm/accounts/info.test.ts",
    "src/crm/accounts/info.test.ts is named for nothing that the field knows (info).",
  ],
  [
    "src/crm/accounts/account-service.ts",
    "src/crm/accounts/account-service.ts is named for nothing that the field knows (account-service).",
  ],
  ["bin/data.mjs", "bin/data.mjs is named for nothing that the field knows (data)."],
])("%s is caught", (path, problem) => {
  expect(namesSayWhatThingsAre(planted({ [path]: "" }))).toEqual([problem]);
});

test("nouns, and the generated types of rows, are right", () => {
  const sources = planted({
    "src/crm/accounts/account.ts": "",
    "db/types/crm.ts": "",
    "src/base/ui/DataTable.tsx": "",
    "src/base/platform/db/row-types.ts": "",
  });
  expect(namesSayWhatThingsAre(sources)).toEqual([]);
});

test.each([
  ["updateAccount", "export function updateAccount() {}"],
  ["processRows", "export const processRows = () => 1;"],
  ["handleImport", "export async function handleImport() {}"],
])("the verb of %s is caught", (name, text) => {
  expect(verbsAreOfTheDesk(planted({ "src/a.ts": text }))).toEqual([
    `src/a.ts:1 exports ${name}: say what is done, as the desk would.`,
  ]);
});

test("verbs of the desk, and words that only begin alike, are right", () => {
  const text =
    "export function assignQuota() {} export const processed = 1; export function updates() {} function handleClick() {}";
  expect(verbsAreOfTheDesk(planted({ "src/a.ts": text }))).toEqual([]);
});

test("what is left to do and folders of somebody's machine are caught", () => {
  const sources = planted({
    "docs/a.md": `${"TO"}${"DO"}: later\nsee /${"home"}/ann/project\nfine: src/work/a.ts, "/workspaces", a/home/b`,
  });
  expect(nothingIsHalfDone(sources)).toEqual([
    "docs/a.md:1 leaves something to do: do it, or write an issue.",
    "docs/a.md:2 names a folder of somebody's machine.",
  ]);
});

test.each([
  ["only", `test.only("it does what it says", () => {});`, "runs only itself"],
  ["only of a group", `describe.only("all", () => {});`, "runs only itself"],
  [
    "skip without a reason",
    `test.skip("it does what it says", () => {});`,
    "is switched off without a comment",
  ],
  ["a test to be written", `test.todo("it does what it says");`, "is switched off without a comment"],
  ["a name of one word", `test("works", () => {});`, "a test's name is a sentence"],
  ["a name of two words", `it("does work", () => {});`, "a test's name is a sentence"],
])("%s is caught", (_, text, problem) => {
  expect(testsAreSentencesAndRun(planted({ "src/a.test.ts": text }))).toEqual([
    expect.stringContaining(problem),
  ]);
});

test("sentences, tables, reasons and skips that depend are right", () => {
  const text = `
    test("an account has a name", () => {});
    test.each([1])("%s", () => {});
    // Windows has no signals to send.
    test.skip("a server stops when it is told to", () => {});
    describe("all", () => {});
    test.skipIf(missing)("known figures come out", (context) => context.skip("The files are not there."));
  `;
  expect(testsAreSentencesAndRun(planted({ "src/a.test.ts": text }))).toEqual([]);
});
