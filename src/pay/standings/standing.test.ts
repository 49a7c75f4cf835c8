import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heldUntilTheNext, onlyOneBeginsOnADay, payOn } from "./pay-record.ts";
import { compaRatio, isBandFor, middleOf, rangePenetration } from "./standing.ts";

const band = {
  ...{ lowMinor: 100_000_00n, midMinor: 130_000_00n, highMinor: 160_000_00n },
  ...{ currency: "USD", openAbove: false },
} as const;
const open = { ...band, midMinor: null, openAbove: true };

describe("where a base stands in a band", () => {
  test.each([
    ["in the middle", 130_000_00n, 1, 0.5],
    ["at the low end", 100_000_00n, 0.7692, 0],
    ["at the high end", 160_000_00n, 1.2308, 1],
    ["a third of the way", 120_000_00n, 0.9231, 0.3333],
    ["below the band", 85_000_00n, 0.6538, -0.25],
    ["above the band", 175_000_00n, 1.3462, 1.25],
  ])("%s", (_, base, ratio, part) => {
    expect(compaRatio(base, band)).toEqual({ value: ratio, reason: null });
    expect(rangePenetration(base, band)).toEqual({ value: part, reason: null });
  });

  test.each([
    [100_005_000n, 1],
    [100_015_000n, 1.0002],
  ])("a half of the last digit goes to the even one: %s over a million", (base, ratio) => {
    const even = { ...band, midMinor: 100_000_000n };
    expect(compaRatio(base, { ...even, lowMinor: null }).value).toBe(ratio);
  });

  test("a middle that nobody states is half of low and high", () => {
    expect(middleOf({ ...band, midMinor: null, highMinor: 160_000_01n })).toEqual({
      minor: 130_000_00n,
      stated: false,
    });
    expect(middleOf(band)).toEqual({ minor: 130_000_00n, stated: true });
  });

  test("a band that is open above has neither, with the reason", () => {
    expect(compaRatio(200_000_00n, open)).toEqual({
      value: null,
      reason: "The band is 100,000 to 160,000 USD and more: its upper end is open, so it has no middle.",
    });
    expect(rangePenetration(200_000_00n, open)).toEqual({
      value: null,
      reason:
        "The band is 100,000 to 160,000 USD and more: its upper end is open, so nobody can be part of the way.",
    });
  });

  test("a band that is open but states its middle has a compa-ratio all the same", () => {
    expect(compaRatio(143_000_00n, { ...open, midMinor: 130_000_00n }).value).toBe(1.1);
    expect(rangePenetration(143_000_00n, { ...open, midMinor: 130_000_00n }).value).toBeNull();
  });

  test.each([
    ["no lower end", { lowMinor: null, midMinor: null }, "up to 160,000 USD: it names no lower end"],
    [
      "neither end closed",
      { lowMinor: null, midMinor: null, openAbove: true },
      "it names no lower end and is open above",
    ],
    [
      "no upper end",
      { highMinor: null, midMinor: null, openAbove: true },
      "from 100,000 USD: its upper end is open",
    ],
  ])("a band with %s says why there is no figure", (_, more, words) => {
    expect(compaRatio(1n, { ...band, ...more }).reason).toContain(words);
    expect(rangePenetration(1n, { ...band, ...more }).reason).toContain(words);
  });

  test("nothing is divided by nothing", () => {
    const flat = { ...band, lowMinor: 0n, midMinor: 0n, highMinor: 0n };
    expect(compaRatio(5n, flat).reason).toBe("The middle of the band is 0.");
    expect(rangePenetration(5n, flat).reason).toBe("Low and high of the band are the same.");
  });
});

test.each([
  ["the same role", {}, true],
  ["a target bonus", { kind: "target-bonus" as const }, false],
  ["another currency", { currency: "EUR" }, false],
  ["another role", { roleKey: "sales-manager" }, false],
  ["the level that they have", { level: "Senior" }, true],
  ["another level", { level: "Junior" }, false],
  ["another place", { location: "Oslo" }, false],
])("a band of %s is meant for a person: %s", (_, more, meant) => {
  const said = {
    ...{ roleKey: "sales-representative", roleName: "Rep", level: "", location: "", kind: "base" as const },
    ...{ ...band, source: "Ours", year: 2026 },
  };
  const paid = { ...said, level: "senior", location: "London" };
  expect(isBandFor({ ...said, ...more }, paid)).toBe(meant);
});

describe("pay from a day on", () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const records = ["2026-04-01", "2025-01-01", "2027-01-01"].map((text) => ({ startsOn: day(text) }));

  test("holds until the next begins", () => {
    expect(heldUntilTheNext(records).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual([
      "2025-01-01 2026-04-01",
      "2026-04-01 2027-01-01",
      "2027-01-01 null",
    ]);
  });

  test.each([
    ["2024-12-31", undefined],
    ["2025-01-01", "2025-01-01"],
    ["2026-03-31", "2025-01-01"],
    ["2026-04-01", "2026-04-01"],
    ["2030-01-01", "2027-01-01"],
  ])("on %s it is the record of %s", (asked, startsOn) => {
    expect(payOn(records, day(asked))?.startsOn.toString()).toBe(startsOn);
  });

  test("two cannot begin on one day", () => {
    expect(onlyOneBeginsOnADay(records, day("2025-01-01"))).toMatch("is on record already");
    expect(onlyOneBeginsOnADay(records, day("2025-01-02"))).toBeNull();
  });

  test("whatever was stated, exactly one record holds on any day from the first on, and none before", () => {
    const days = fc.uniqueArray(fc.nat(2000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, fc.nat(2500), (offsets, asked) => {
        const first = day("2020-01-01");
        const held = heldUntilTheNext(offsets.map((days) => ({ startsOn: first.add({ days }) })));
        const on = first.add({ days: asked });
        const holding = held.filter(
          ({ startsOn, endsOn }) =>
            Temporal.PlainDate.compare(startsOn, on) <= 0 &&
            (endsOn === null || Temporal.PlainDate.compare(on, endsOn) < 0),
        );
        expect(holding).toHaveLength(asked >= Math.min(...offsets) ? 1 : 0);
      }),
    );
  });
});
