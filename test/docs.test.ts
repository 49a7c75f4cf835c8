/** The documentation says what is true: generated pages are up to date, and what it names exists. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { referencePages } from "../bin/docs.ts";
import { askMeasure, listMeasures } from "../src/analytics/contract.ts";
import { commands } from "../src/app/commands/all.ts";
import { askPipeline, askWaterfall } from "../src/run/contract.ts";
import {
  brokenLinks,
  missingPaths,
  unfitDecisions,
  unknownScripts,
  unknownVariables,
  unreachable,
} from "./docs/checks.ts";
import { type Page, projectRoot, readPages } from "./docs/pages.ts";
import { examplesOf, refusedExamples } from "./docs/usage.ts";

const pages = readPages();
const page = (path: string): string => pages.find((one) => one.path === path)?.text ?? "";
const program = globSync(["src/**/*.ts", "bin/*", "test/**/*.ts"], { cwd: projectRoot })
  .filter((path) => !/^test[\\/]docs/.test(path))
  .map((path) => readFileSync(join(projectRoot, path), "utf8"))
  .join("\n");

test("the pages were read", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.flatMap(examplesOf).length).toBeGreaterThan(15);
});

test("generated pages are up to date (else: node bin/docs.ts)", async () => {
  for (const [path, text] of await referencePages()) {
    expect(existsSync(join(projectRoot, path)), path).toBe(true);
    expect(readFileSync(join(projectRoot, path), "utf8"), path).toBe(text);
  }
});

test("the README is read in one go: 100 lines at most", () => {
  expect(page("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(100);
});

test.each([
  ["links lead somewhere", () => brokenLinks(pages)],
  ["paths in backticks exist", () => missingPaths(pages)],
  ["examples of the command line are taken by it", () => refusedExamples(pages, commands)],
  ["variables of the environment are read by the program", () => unknownVariables(pages, program)],
  ["npm scripts are those of package.json", () => unknownScripts(pages)],
  ["every page can be reached from docs/index.md", () => unreachable(pages, "docs/index.md")],
  ["decision records are numbered and have their four parts", () => unfitDecisions(pages)],
])("%s", (_, wrong) => {
  expect(wrong()).toEqual([]);
});

test("the record on dependencies names those of package.json and no others", () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const record = page("docs/decisions/0012-production-dependencies.md");
  const named = [...record.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual(Object.keys(dependencies).sort());
});

test("the guide to import names fields that columns can fill", () => {
  const rows = [
    ...page("docs/guides/import-your-crm.md").matchAll(/^\| (`[a-zA-Z]+`(?:, `[a-zA-Z]+`)*) \|/gm),
  ];
  const fields = rows.flatMap((row) => (row[1] ?? "").replaceAll("`", "").split(", "));
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((name) => !new RegExp(`field\\(\\s*"${name}"`).test(program))).toEqual([]);
});

test.each([
  ["pipeline", askPipeline],
  ["waterfall", askWaterfall],
  ["measure", askMeasure],
  ["measures", listMeasures],
])("the guide to the command line names the keys of %s, no more and no fewer", (command, { shape }) => {
  const row =
    new RegExp(`^\\| \`${command}\` \\| (.+) \\|$`, "m").exec(page("docs/guides/command-line.md"))?.[1] ?? "";
  const named = [...row.replace(/\([^)]*\)/g, "").matchAll(/`([a-zA-Z]+)`/g)].map((match) => match[1]);
  expect(named).toEqual(Object.keys((shape.output as z.ZodObject).shape));
});

describe("each check catches what it is for", () => {
  const planted = (text: string): Page[] => [{ path: "docs/planted.md", text }];

  test.each([
    ["a link to nothing", () => brokenLinks(planted("[x](nowhere.md)")), "links to nowhere.md"],
    [
      "a link to a heading that is not there",
      () => brokenLinks(planted("# A b\n[x](#a-c)")),
      "no such heading",
    ],
    [
      "a path that is not there",
      () => missingPaths(planted("See `src/crm/deal.ts`.")),
      "names src/crm/deal.ts",
    ],
    [
      "a pattern that nothing matches",
      () => missingPaths(planted("See `src/*/deal.ts`.")),
      "names src/*/deal.ts",
    ],
    ["an unknown command", () => refusedExamples(planted("`quarterdeck fly`"), commands), "no command fly"],
    [
      "an unknown flag",
      () => refusedExamples(planted("```sh\nbin/quarterdeck pipeline --on 2026-01-01\n```"), commands),
      "--on",
    ],
    [
      "an unknown measure",
      () => refusedExamples(planted("`quarterdeck measure wins --json`"), commands),
      "no measure wins",
    ],
    [
      "an unknown dimension",
      () => refusedExamples(planted("`quarterdeck pipeline --by rep`"), commands),
      "no dimension rep",
    ],
    [
      "an unknown choice of a switch",
      () => refusedExamples(planted("`quarterdeck measure win-rate --switch weight=luck`"), commands),
      "no switch weight=luck",
    ],
    [
      "an unknown variable",
      () => unknownVariables(planted("Set `QUARTERDECK_LUCK`."), program),
      "QUARTERDECK_LUCK",
    ],
    ["an unknown script", () => unknownScripts(planted("Run `npm run luck`.")), "npm run luck"],
    ["a page that nothing leads to", () => unreachable(planted("# A"), "docs/index.md"), "cannot be reached"],
    [
      "a decision without its parts",
      () => unfitDecisions([{ path: "docs/decisions/0002-a.md", text: "## Context" }]),
      "number 1",
    ],
  ])("%s", (_, wrong, words) => {
    expect(wrong().join("\n")).toContain(words);
  });
});
