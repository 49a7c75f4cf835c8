/** What the roles that come along point to is there: the pages of duties, the measures of impacts. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "#analytics";
import { startingProfiles } from "#people";

const pages = new Set(
  globSync(["src/*/screens.tsx", "src/app/web/pages.ts"]).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/path: "([^"]+)"/g)].map((found) => found[1]),
  ),
);
const lines = startingProfiles.flatMap(({ sections }) => Object.values(sections).flat());

test("every page on which a duty is done is there", () => {
  const places = lines.flatMap(({ place }) => place ?? []);
  expect(places.length).toBeGreaterThan(15);
  expect(places.filter((place) => !pages.has(place))).toEqual([]);
});

test("every measure by which an impact is seen is in the catalogue", () => {
  const measures = lines.flatMap(({ measure }) => measure ?? []);
  expect(measures.length).toBeGreaterThan(15);
  const known = new Set(catalogue.measures.map(({ name }) => name));
  expect(measures.filter((measure) => !known.has(measure))).toEqual([]);
});
