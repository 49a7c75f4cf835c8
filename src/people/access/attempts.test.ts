import { describe, expect, test } from "vitest";
import { Attempts } from "./attempts.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
const ines = { account: "ines@example.com", network: "203.0.113.7", familiar: false };
const tries = (attempts: Attempts, count: number, change: (at: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, at) => attempts.begin({ ...ines, ...change(at) }, start));

describe("attempts to sign in", () => {
  test("the eleventh of an account within a quarter of an hour waits until the first is that old", () => {
    const attempts = new Attempts();
    expect(tries(attempts, 10)).toEqual(Array(10).fill(null));
    expect(attempts.begin(ines, start.add({ minutes: 1 }))).toBe(14 * 60);
    expect(attempts.begin(ines, start.add({ minutes: 15 }))).toBeNull();
  });

  test("those that were refused do not count, so that waiting helps", () => {
    const attempts = new Attempts();
    tries(attempts, 10);
    for (let minute = 1; minute < 15; minute += 1) attempts.begin(ines, start.add({ minutes: minute }));
    expect(attempts.begin(ines, start.add({ minutes: 15 }))).toBeNull();
  });

  test("an account is counted over all networks together, however often they change", () => {
    const attempts = new Attempts();
    tries(attempts, 10, (at) => ({ network: `2001:db8:0:${at}::/64` }));
    expect(attempts.begin({ ...ines, network: "2001:db8:0:ff::/64" }, start)).toBe(900);
  });

  test("a network is counted over all accounts together: the fifty-first waits", () => {
    const attempts = new Attempts();
    expect(tries(attempts, 50, (at) => ({ account: `someone-${at}@example.com` }))).toEqual(
      Array(50).fill(null),
    );
    expect(attempts.begin({ ...ines, account: "another@example.com" }, start)).toBe(900);
    expect(attempts.begin({ ...ines, account: null }, start)).toBe(900);
    expect(attempts.begin({ ...ines, network: "203.0.113.8" }, start)).toBeNull();
  });

  test("who tries elsewhere does not keep the holder out, who has ten of their own at home", () => {
    const attempts = new Attempts();
    tries(attempts, 10);
    const home = { ...ines, network: "198.51.100.4", familiar: true };
    for (let at = 0; at < 10; at += 1) expect(attempts.begin(home, start)).toBeNull();
    expect(attempts.begin(home, start)).toBe(900);
  });

  test("one that succeeded is taken back", () => {
    const attempts = new Attempts();
    for (let at = 0; at < 60; at += 1) {
      expect(attempts.begin(ines, start)).toBeNull();
      attempts.takeBack(ines);
    }
  });

  test("many that begin at the same time get no further than the others", () => {
    expect(tries(new Attempts(), 200).filter((wait) => wait === null)).toHaveLength(10);
  });
});
