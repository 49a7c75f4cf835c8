/** A class is drawn in one file: two parts that happen to choose the same name would draw each other. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Drawn twice on purpose: the head gives all its controls the same shape, and the part draws its own inside. */
const shared = new Set(["qd-asof-day"]);

/** The classes that a style sheet draws by themselves, each once. */
function drawnIn(css: string): Set<string> {
  return new Set([...css.matchAll(/^\.(qd-[\w-]+) \{/gm)].flatMap(([, name]) => name ?? []));
}

test("no class is drawn by two style sheets", () => {
  const files = new Map<string, string[]>();
  for (const path of globSync("src/**/*.css")) {
    for (const name of drawnIn(readFileSync(path, "utf8")))
      files.set(name, [...(files.get(name) ?? []), path]);
  }
  const twice = [...files].filter(([name, paths]) => paths.length > 1 && !shared.has(name));
  expect(files.size).toBeGreaterThan(200);
  expect(twice).toEqual([]);
});

test("a class that is only part of a selector is not drawn there", () => {
  expect([...drawnIn(".qd-a {\n}\n.qd-b .qd-a {\n}\n.qd-b:hover {\n}\n")]).toEqual(["qd-a"]);
});
