import { expect, test } from "vitest";
import { wilsonInterval } from "#base/kernel";
import { catalogue } from "./measures.ts";

const measureOf = (name: string) => {
  const measure = catalogue.measures.find((one) => one.name === name);
  if (measure === undefined) throw new Error(`There is no measure ${name}.`);
  return measure;
};
const taken = (value: bigint) => ({ value, n: Number(value) });

test.each([
  ["win-rate", { won: taken(8n), lost: taken(2n) }, {}, 8, 10],
  ["win-rate", { won: taken(8n), lost: taken(2n), open: taken(6n) }, { denominator: "all" }, 8, 16],
  ["stage-conversion", { went: taken(3n), entered: taken(4n) }, {}, 3, 4],
  ["slippage", { slipped: taken(1n), promised: taken(5n) }, {}, 1, 5],
  ["push-rate", { pushed: taken(0n), open: taken(9n) }, {}, 0, 9],
] as const)("%s is told with the interval of its count", (name, parts, choice, hits, trials) => {
  const { value, interval } = measureOf(name).finish(parts, { weight: "count", ...choice });
  expect([value, interval]).toEqual([hits / trials, wilsonInterval(hits, trials)]);
});

test.each([
  ["win-rate", { won: { value: 800n, n: 8 }, lost: { value: 200n, n: 2 } }],
  ["slippage", { slipped: { value: 100n, n: 1 }, promised: { value: 500n, n: 5 } }],
] as const)("%s by value has none, because amounts are no count", (name, parts) => {
  const figure = measureOf(name).finish(parts, { weight: "value" });
  expect([figure.reason, figure.interval]).toEqual([null, undefined]);
});
