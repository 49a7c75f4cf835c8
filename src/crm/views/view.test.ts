import { expect, test } from "vitest";
import { aViewHasANameOfItsOwn, aViewIsChangedByItsKeeper, isSeenBy } from "./view.ts";

const at = Temporal.Instant.from("2026-03-10T15:00:00Z");
const ines = { personId: "ines", configures: false };
const odd = { personId: "odd", configures: false };
const admin = { personId: "ada", configures: true };
const own = { personId: "ines", personName: "Ines", name: "My week", sharedAt: null };
const shared = { ...own, sharedAt: at };

test.each([
  ["one's own view", own, ines, true],
  ["somebody else's", own, odd, false],
  ["somebody else's, even by who sets up the workspace", own, admin, false],
  ["a shared one", shared, odd, true],
])("%s is seen: %#", (_, view, looker, seen) => {
  expect(isSeenBy(view, looker)).toBe(seen);
});

test.each([
  [ines, null],
  [admin, null],
  [odd, "“My week” is kept by Ines. Save it as a view of your own instead."],
])("a shared view is changed by its keeper or who sets up the workspace: %#", (looker, reason) => {
  expect(aViewIsChangedByItsKeeper(shared, looker)).toBe(reason);
});

test("two views of one menu are not called alike", () => {
  expect(aViewHasANameOfItsOwn(" my WEEK ", [own])).toBe("There is a view called “my WEEK” already.");
  expect(aViewHasANameOfItsOwn("My month", [own])).toBeNull();
});
