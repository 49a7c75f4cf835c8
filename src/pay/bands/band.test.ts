import { describe, expect, test } from "vitest";
import { aBandAscends, aBandHasAFigure, type Band, closedOrOpen, rangeWords } from "./band.ts";
import { disagreementsAmong } from "./disagreement.ts";
import { adjusted, aFactorIsPlausible, type Factor, stepsFrom } from "./factor.ts";
import { marketBands } from "./market-bands.ts";

const said: Band = {
  ...{ key: "one", own: true, grade: null, roleKey: "sales-manager", roleName: "Sales manager", level: "" },
  ...{ location: "", kind: "base", currency: "USD", openAbove: false, source: "Our survey", year: 2026 },
  ...{ lowMinor: 100_000_00n, midMinor: null, highMinor: 150_000_00n },
};

describe("what a band says", () => {
  test.each([
    ["two ends", {}, "100,000 to 150,000 USD"],
    ["an upper end with more above", { openAbove: true }, "100,000 to 150,000 USD and more"],
    ["no lower end", { lowMinor: null }, "up to 150,000 USD"],
    ["no upper end", { highMinor: null, openAbove: true }, "from 100,000 USD"],
    ["cents", { highMinor: 1_234_567_89n }, "100,000 to 1,234,567.89 USD"],
    [
      "yen, which have no cents",
      { currency: "JPY", lowMinor: null, highMinor: 9_000_000n },
      "up to 9,000,000 JPY",
    ],
  ])("with %s", (_, more, words) => {
    expect(rangeWords({ ...said, ...more })).toBe(words);
  });

  test("a band without a high is open above, whether or not that was said", () => {
    expect(closedOrOpen({ ...said, highMinor: null }).openAbove).toBe(true);
    expect(closedOrOpen(said).openAbove).toBe(false);
  });

  test("a band without a figure, and one that falls, are refused with the reason", () => {
    const nothing = { lowMinor: null, midMinor: null, highMinor: null };
    expect(aBandHasAFigure(nothing)).toMatch("at least one figure");
    expect(aBandAscends({ lowMinor: 2n, midMinor: 1n, highMinor: null })).toMatch("rises");
    expect(aBandAscends({ lowMinor: 2n, midMinor: null, highMinor: 1n })).toMatch("rises");
    expect(aBandAscends({ lowMinor: -1n, midMinor: null, highMinor: 1n })).toMatch("not less than nothing");
    expect(aBandAscends({ lowMinor: 1n, midMinor: 1n, highMinor: 1n })).toBeNull();
  });
});

describe("two sources", () => {
  const other: Band = { ...said, key: "other", source: "Theirs", year: 2025 };
  const sentences = (more: Partial<Band>, first: Partial<Band> = {}) =>
    disagreementsAmong([
      { ...said, ...first },
      { ...other, ...more },
    ]).flatMap((one) => one.sentences);

  test("that do not overlap disagree, in that sentence alone", () => {
    expect(sentences({ lowMinor: 160_000_00n, highMinor: 200_000_00n })).toEqual([
      "They do not overlap: Our survey, 2026 says 100,000 to 150,000 USD, Theirs, 2025 says 160,000 to 200,000 USD.",
    ]);
    expect(sentences({ lowMinor: 50_000_00n, highMinor: 90_000_00n })[0]).toMatch(
      /^They do not overlap: Theirs/,
    );
  });

  test("whose middles differ by more than a tenth of the smaller disagree", () => {
    expect(sentences({ midMinor: 132_000_01n }, { midMinor: 120_000_00n })).toEqual([
      "Their middles differ by 10%, which is more than 10%: 120,000 USD (Our survey, 2026) and 132,000.01 USD (Theirs, 2025).",
    ]);
    expect(sentences({ midMinor: 132_000_00n }, { midMinor: 120_000_00n })).toEqual([]);
    expect(sentences({ midMinor: 140_000_00n }, { midMinor: 120_000_00n })[0]).toMatch("differ by 16.7%");
  });

  test.each([
    ["another currency", { currency: "EUR" }],
    ["another role", { roleKey: "sales-representative" }],
    ["another kind of pay", { kind: "total" as const }],
    ["another place", { location: "Oslo" }],
  ])("about %s are not compared", (_, more) => {
    const far = { lowMinor: 900_000_00n, highMinor: 950_000_00n };
    expect(sentences({ ...far, ...more }, { location: "New York" })).toEqual([]);
  });

  test("an upper end that is open agrees with whatever is above it", () => {
    expect(sentences({ highMinor: 300_000_00n }, { openAbove: true })).toEqual([]);
    expect(sentences({ lowMinor: 160_000_00n, highMinor: 300_000_00n }, { openAbove: true })).toEqual([
      "Their lower ends differ by 60%, which is more than 10%: 100,000 USD (Our survey, 2026) and 160,000 USD (Theirs, 2025).",
    ]);
  });

  test("of those that come along disagree about a Director's pay in all", () => {
    expect(disagreementsAmong(marketBands)).toEqual([
      {
        one: "director-total-profiles",
        other: "director-total-prospeo",
        sentences: [
          "Their upper ends differ by 12.4%, which is more than 10%: 225,000 USD (Quarterdeck role profiles (in line with fullenrich.com), 2026) and 253,000 USD (prospeo.io, 2026).",
        ],
      },
    ]);
  });
});

describe("stated adjustments", () => {
  const factor = (times: string): Factor => ({
    kind: "size",
    factor: times,
    reason: "Small",
    source: "Ours",
  });

  test("are steps, each the band's own figures times all factors so far", () => {
    const steps = stepsFrom(said, [factor("0.9"), { ...factor("1.1"), kind: "location" }]);
    expect(steps.map(({ lowMinor, midMinor, highMinor }) => [lowMinor, midMinor, highMinor])).toEqual([
      [90_000_00n, null, 135_000_00n],
      [99_000_00n, null, 148_500_00n],
    ]);
    expect(adjusted(said, [factor("0.9"), factor("1.1")]).highMinor).toBe(148_500_00n);
    expect(adjusted(said, [])).toBe(said);
  });

  test("are rounded once from the exact product, halves to even", () => {
    const cents = { ...said, lowMinor: 5n, highMinor: 15n };
    expect(stepsFrom(cents, [factor("0.5")])[0]).toMatchObject({ lowMinor: 2n, highMinor: 8n });
    // 15 × 0.5 × 1.1 = 8.25, and not 8 × 1.1 = 8.8.
    expect(stepsFrom(cents, [factor("0.5"), factor("1.1")])[1]).toMatchObject({
      lowMinor: 3n,
      highMinor: 8n,
    });
  });

  test.each([
    ["0.1", true],
    ["0.0999", false],
    ["10", true],
    ["10.0001", false],
    ["0", false],
  ])("a factor of %s is plausible: %s", (times, plausible) => {
    expect(aFactorIsPlausible(times) === null).toBe(plausible);
  });
});

describe("the bands that come along", () => {
  test("say what leaders of sales operations are paid, with source and year, open where the source is", () => {
    expect(marketBands.slice(0, 5).map((band) => [band.roleName, band.kind, rangeWords(band)])).toEqual([
      ["VP of Sales Operations", "base", "150,000 to 250,000 USD and more"],
      ["VP of Sales Operations", "total", "up to 400,000 USD and more"],
      ["VP of Sales Operations", "total", "from 280,000 USD"],
      ["Director of Sales Operations", "base", "100,000 to 175,000 USD"],
      ["Director of Sales Operations", "total", "up to 225,000 USD"],
    ]);
    for (const band of marketBands) expect([band.source, band.year]).not.toContain("");
    expect(new Set(marketBands.map(({ key }) => key)).size).toBe(marketBands.length);
  });
});
