/** The rules of the house, held against every file of the project. What each rule catches: test/architecture/. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { screensStayInTheBrowser, serverNeverImportsScreens } from "./architecture/browser-safety.ts";
import { nothingImportsInACircle } from "./architecture/circles.ts";
import { amountsAreExact } from "./architecture/exact-amounts.ts";
import { importsPointLeft, onlyDoorsAreOpen } from "./architecture/imports-point-left.ts";
import { isTest } from "./architecture/line.ts";
import { namesSayWhatThingsAre, verbsAreOfTheDesk } from "./architecture/names.ts";
import { storesKeepToTheirSchema } from "./architecture/ownership.ts";
import { nounsArePure } from "./architecture/purity.ts";
import { filesAreShort, functionsAreShort, medianFileIsShort } from "./architecture/sizes.ts";
import { projectRoot, sourcesUnder } from "./architecture/source.ts";
import { sqlStaysInStores } from "./architecture/sql-in-stores.ts";
import { importsOf } from "./architecture/syntax.ts";
import { domainKnowsNoDate } from "./architecture/time.ts";
import { nothingIsHalfDone, testsAreSentencesAndRun } from "./architecture/words.ts";

const code = sourcesUnder(["src", "test", "bench", "bin"], [".ts", ".tsx", ".mjs"]);
const src = code.filter(({ path }) => path.startsWith("src/"));
const everything = [
  ...code,
  ...sourcesUnder(["src", "bin", "db", "docs", "test"], [".css", ".html", ".sql", ".md", ".json"]),
];

describe("the rules see everything", () => {
  test("every source file below src/ is read", () => {
    const listed = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `src/${path.replaceAll("\\", "/")}`);
    expect(src.map(({ path }) => path)).toEqual(listed.sort());
    expect(src.length).toBeGreaterThan(20);
  });

  test("every import that a search for text finds is read", () => {
    const statement = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']/gm;
    // Tests hold programs as text, whose imports are none of their own.
    const missed = src
      .filter(({ path }) => !isTest(path))
      .flatMap((source) => {
        const read = new Set(importsOf(source).map(({ specifier }) => specifier));
        const searched = [...source.text.matchAll(statement)].map((match) => match[1] ?? "");
        return searched
          .filter((specifier) => !read.has(specifier))
          .map((missing) => `${source.path}: ${missing}`);
      });
    expect(missed).toEqual([]);
  });
});

describe("the house", () => {
  const packageJson = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));

  test.each([
    ["a capability imports only what stands to its left, through doors", () => importsPointLeft(code)],
    ["package.json opens doors and nothing else", () => onlyDoorsAreOpen(packageJson, src)],
    ["nothing imports in a circle", () => nothingImportsInACircle(src)],
    ["nouns and the kernel are pure", () => nounsArePure(src)],
    ["SQL lives in stores and in the platform", () => sqlStaysInStores(src)],
    ["stores write their own schema and read to the left", () => storesKeepToTheirSchema(src)],
    ["screens and contracts run in a browser", () => screensStayInTheBrowser(src)],
    ["the server never imports a screen", () => serverNeverImportsScreens(src)],
    ["domain code knows no Date and asks no clock of its own", () => domainKnowsNoDate(src)],
    ["amounts stay exact outside of screens", () => amountsAreExact(src)],
    ["files are short", () => filesAreShort(code)],
    ["functions are short", () => functionsAreShort(code)],
    ["the median file is short", () => medianFileIsShort(src)],
    ["files and folders are named for what they are", () => namesSayWhatThingsAre(everything)],
    ["verbs are what the desk says", () => verbsAreOfTheDesk(src)],
    ["nothing is left half-done", () => nothingIsHalfDone(everything)],
    ["tests are named by sentences and all of them run", () => testsAreSentencesAndRun(code)],
  ])("%s", (_, violations) => {
    expect(violations()).toEqual([]);
  });
});
