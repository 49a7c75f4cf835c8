import { expect, test } from "vitest";
import {
  nobodyHandsOverToThemselves,
  nothingChosen,
  onlyOpenWorkIsHandedOver,
  sharesAfter,
  whoeverTakesOverIsHere,
} from "./open-work.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("nobody hands work over to themselves", () => {
  expect(nobodyHandsOverToThemselves("a", "a")).toBe(
    "Nobody hands work over to themselves: choose somebody else.",
  );
  expect(nobodyHandsOverToThemselves("a", "b")).toBeNull();
});

test.each([
  ["who stays", null, null],
  ["on whose last day it is", "2026-03-10", null],
  ["who left the day before", "2026-03-09", "Mia left on 2026-03-09 and takes nothing over."],
])("somebody %s takes work over: %s", (_, leftOn, reason) => {
  const person = { name: "Mia", leftOn: leftOn === null ? null : day(leftOn) };
  expect(whoeverTakesOverIsHere(person, day("2026-03-10"))).toBe(reason);
});

test("only open work is handed over, and it is said how much of what was chosen is not", () => {
  const open = { ...nothingChosen, opportunity: ["o1", "o2"], account: ["a1"] };
  expect(onlyOpenWorkIsHandedOver({ ...open, account: [] }, open)).toBeNull();
  expect(onlyOpenWorkIsHandedOver({ ...nothingChosen, contact: ["c1"] }, open)).toBe(
    "One of the chosen records is not their open work any more.",
  );
  expect(onlyOpenWorkIsHandedOver({ ...open, opportunity: ["o3"], activity: ["t1"] }, open)).toBe(
    "2 of the chosen records are not their open work any more.",
  );
});

test("a share goes along, and still all of them add up to one", () => {
  const split = (personId: string, share: number) => ({ personId, share });
  expect(sharesAfter([split("a", 0.6), split("b", 0.4)], "a", "c")).toEqual({
    shares: [split("c", 0.6), split("b", 0.4)],
    joined: false,
  });
  expect(sharesAfter([split("a", 0.333333), split("c", 0.666667)], "a", "c")).toEqual({
    shares: [split("c", 1)],
    joined: true,
  });
});
