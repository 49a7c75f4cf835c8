import { describe, expect, test } from "vitest";
import { fixedClock, systemClock } from "./clock.ts";
import { newId } from "./id.ts";
import { seededRandom } from "./random.ts";

const clock = fixedClock("2026-03-01T09:00:00Z");

describe("ids", () => {
  test("the example of RFC 9562, appendix A.6, to the millisecond", () => {
    const id = newId(fixedClock("2022-02-22T19:22:22Z"));
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("ids of later milliseconds sort later", () => {
    const instants = [
      "1970-01-01T00:00:00Z",
      "2026-03-01T09:00:00Z",
      "2026-03-01T09:00:00.001Z",
      "9999-12-31T23:59:59Z",
    ];
    const ids = instants.map((instant) => newId(fixedClock(instant)));
    expect([...ids].sort()).toEqual(ids);
  });

  test("100,000 ids of one instant are all different, seeded or not", () => {
    const random = seededRandom("ids");
    const seeded = new Set(Array.from({ length: 100_000 }, () => newId(clock, random)));
    expect(seeded.size).toBe(100_000);
    expect(new Set(Array.from({ length: 10_000 }, () => newId(systemClock))).size).toBe(10_000);
  });

  test("the same seed gives the same ids", () => {
    expect(newId(clock, seededRandom(7))).toBe(newId(clock, seededRandom(7)));
    expect(newId(clock, seededRandom(7))).not.toBe(newId(clock, seededRandom(8)));
  });
});

describe("seeded randomness", () => {
  test("draws lie in [0, 1) and spread evenly", () => {
    const random = seededRandom("spread");
    const tenths = Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) {
      const number = random();
      expect(number >= 0 && number < 1).toBe(true);
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test("a seed is remembered for ever: its numbers never change between releases", () => {
    const random = seededRandom("quarterdeck");
    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.5106676165014505,
        0.5750356707721949,
        0.5148282959125936,
      ]
    `);
  });
});
