import { describe, expect, test } from "vitest";
import {
  aLineIsInTheCurrencyOfItsOpportunity,
  lineAmount,
  sumOfLines,
  theCurrencyStaysWhileThereAreLines,
} from "./amount.ts";
import {
  type Closing,
  closedAs,
  closingDay,
  movedTo,
  nothingHasClosedInTheFuture,
  onlyAClosedOpportunityReopens,
  onlyALostOpportunityHasALostReason,
  onlyAnOpenOpportunityCloses,
  reopened,
  whatIsClosedHasADay,
} from "./close.ts";
import { microShare, splitsAddUpToTheWhole } from "./splits.ts";
import {
  anOpportunityMovesWithinItsPipeline,
  aPipelineCanBeWalked,
  firstOpenStage,
  type Stage,
} from "./stage.ts";

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
const today = Temporal.PlainDate.from("2026-03-10");
const stage = (name: string, outcome: Stage["outcome"], probability: number | null = null): Stage => ({
  id: name,
  pipelineId: "new business",
  name,
  position: 1,
  outcome,
  probability,
  forecastCategory: "best-case",
});
const open: Closing = {
  status: "open",
  stageId: "Proposal",
  closeOn: day("2026-06-30"),
  probability: 0.4,
  forecastCategory: "pipeline",
  lostReason: null,
};
const lost: Closing = { ...open, status: "lost", closeOn: day("2026-02-01"), lostReason: "price" };
const told = ({ closeOn, ...rest }: Closing) => ({ ...rest, closeOn: closeOn?.toString() ?? null });

describe("closing", () => {
  test.each([
    ["2026-06-30", "2026-03-10"],
    ["2026-03-10", "2026-03-10"],
    ["2026-03-01", "2026-03-01"],
    [null, "2026-03-10"],
  ])("what was expected on %s and closes on 2026-03-10 closed on %s", (expected, closed) => {
    expect(closingDay(day(expected), today).toString()).toBe(closed);
  });

  test("the stage stays where an opportunity was lost, with the reason", () => {
    expect(told(closedAs(open, "lost", today, { lostReason: "price" }))).toEqual({
      status: "lost",
      stageId: "Proposal",
      closeOn: "2026-03-10",
      probability: 0,
      forecastCategory: "omitted",
      lostReason: "price",
    });
  });

  test("reaching a won stage wins, on the day it was expected if that has come", () => {
    const won = movedTo({ ...open, closeOn: day("2026-03-05") }, stage("Signed", "won"), today);
    expect(told(won)).toEqual({
      status: "won",
      stageId: "Signed",
      closeOn: "2026-03-05",
      probability: 1,
      forecastCategory: "closed",
      lostReason: null,
    });
  });

  test("moving on while open keeps the expected day and takes the stage's probability and category", () => {
    expect(told(movedTo(open, stage("Negotiation", "open", 0.7), today))).toEqual({
      status: "open",
      stageId: "Negotiation",
      closeOn: "2026-06-30",
      probability: 0.7,
      forecastCategory: "best-case",
      lostReason: null,
    });
  });

  test("moving back to an open stage clears the day and the reason of the loss", () => {
    expect(told(movedTo(lost, stage("Proposal", "open", 0.5), today))).toMatchObject({
      status: "open",
      closeOn: null,
      lostReason: null,
      probability: 0.5,
    });
  });

  test("a day that is stated wins; a closed opportunity cannot be left without one", () => {
    const signed = stage("Signed", "won");
    expect(movedTo(open, signed, today, day("2026-03-01")).closeOn?.toString()).toBe("2026-03-01");
    expect(movedTo(open, signed, today, null).closeOn?.toString()).toBe("2026-03-10");
    expect(movedTo(open, stage("Negotiation", "open"), today, null).closeOn).toBeNull();
  });

  test("reopening takes up the stage's probability and clears reason and day", () => {
    expect(told(reopened(lost, stage("Proposal", "open", 0.4), null))).toEqual({
      status: "open",
      stageId: "Proposal",
      closeOn: null,
      probability: 0.4,
      forecastCategory: "best-case",
      lostReason: null,
    });
  });

  test.each([
    ["open", "2026-12-31", null],
    ["won", "2026-03-10", null],
    ["won", null, null],
    [
      "lost",
      "2026-03-11",
      "An opportunity that is lost closed on a day that has come; 2026-03-11 is in the future.",
    ],
  ] as const)("%s, closing on %s, on 2026-03-10: %s", (status, closeOn, reason) => {
    expect(nothingHasClosedInTheFuture(status, day(closeOn), today)).toBe(reason);
  });

  test("only what is open closes, only what is closed reopens, and not at a closing stage", () => {
    expect(onlyAnOpenOpportunityCloses(open)).toBeNull();
    expect(onlyAnOpenOpportunityCloses(lost)).toBe("The opportunity is lost already.");
    expect(onlyAClosedOpportunityReopens(open, undefined)).toBe("The opportunity is open already.");
    expect(onlyAClosedOpportunityReopens(lost, stage("Proposal", "open"))).toBeNull();
    expect(onlyAClosedOpportunityReopens(lost, stage("Gone", "lost"))).toBe(
      'It stands at "Gone", where opportunities are lost. Move it to an open stage instead.',
    );
  });

  test("only a lost opportunity has a reason for it, and what is closed keeps its day", () => {
    expect(onlyALostOpportunityHasALostReason("lost", "price")).toBeNull();
    expect(onlyALostOpportunityHasALostReason("won", null)).toBeNull();
    expect(onlyALostOpportunityHasALostReason("won", "price")).toMatch(/^Only a lost/);
    expect(whatIsClosedHasADay("won")).toMatch(/keeps the day/);
    expect(whatIsClosedHasADay("open")).toBeNull();
  });
});

describe("stages", () => {
  const proposal = { ...open, pipelineId: "new business" };
  test.each([
    [stage("Negotiation", "open"), null],
    [stage("Proposal", "open"), 'The opportunity is at the stage "Proposal" already.'],
    [
      { ...stage("Renewal", "open"), pipelineId: "renewals" },
      'The stage "Renewal" belongs to another pipeline.',
    ],
  ])("moving from Proposal to %j: %s", (to, reason) => {
    expect(anOpportunityMovesWithinItsPipeline(proposal, to)).toBe(reason);
  });

  test("a pipeline can be walked when it has an open stage and no name twice", () => {
    expect(aPipelineCanBeWalked([stage("Signed", "won")])).toBe("A pipeline needs at least one open stage.");
    expect(aPipelineCanBeWalked([stage("New", "open"), stage("new", "open")])).toBe(
      'There are two stages named "new".',
    );
    expect(aPipelineCanBeWalked([stage("New", "open"), stage("Signed", "won")])).toBeNull();
  });

  test("a new opportunity starts at the first open stage", () => {
    const stages = [
      { ...stage("Later", "open"), position: 3 },
      { ...stage("Gone", "lost"), position: 1 },
      { ...stage("First", "open"), position: 2 },
    ];
    expect(firstOpenStage(stages)?.name).toBe("First");
  });
});

describe("amounts", () => {
  test.each([
    ["2", 150n, null, 300n],
    ["1.5", 101n, null, 152n],
    ["0.5", 101n, null, 50n],
    ["3", 100n, 250n, 250n],
    ["3", null, null, null],
    ["0.333333", 300n, null, 100n],
  ])("%s at %s, stated %s: %s", (quantity, unitPriceMinor, amountMinor, expected) => {
    expect(lineAmount({ quantity, unitPriceMinor, amountMinor })).toBe(expected);
  });

  test("lines add up; without any amount there is no sum", () => {
    const line = (amountMinor: bigint | null) => ({ quantity: "1", unitPriceMinor: null, amountMinor });
    expect(sumOfLines([line(9007199254740993n), line(null), line(7n)])).toBe(9007199254741000n);
    expect(sumOfLines([line(null)])).toBeNull();
    expect(sumOfLines([])).toBeNull();
  });

  test("lines are in the currency of their opportunity", () => {
    expect(aLineIsInTheCurrencyOfItsOpportunity({ currency: "USD" }, "EUR")).toMatch(/in USD; a line in EUR/);
    expect(theCurrencyStaysWhileThereAreLines({ currency: "USD" }, "EUR", 2)).toMatch(/2 lines in USD/);
    expect(theCurrencyStaysWhileThereAreLines({ currency: "USD" }, "EUR", 0)).toBeNull();
  });
});

describe("splits", () => {
  const split = (personId: string, share: number) => ({ personId, share });
  test.each([
    [[split("Ines", 0.5), split("Tom", 0.5)], null],
    [[split("Ines", 0.333333), split("Tom", 0.333333), split("Vera", 0.333334)], null],
    [[split("Ines", 0.1), split("Tom", 0.2), split("Vera", 0.7)], null],
    [[], null],
    [[split("Ines", 0.5), split("Tom", 0.4)], "The shares add up to 0.9; they must add up to exactly 1."],
    [[split("Ines", 0.5), split("Ines", 0.5)], "A person has one share of an opportunity, not two."],
    [[split("Ines", 1), split("Tom", 0)], "A share is more than nothing."],
    [[split("Ines", 1 / 3), split("Tom", 2 / 3)], "A share has at most six decimals, like 0.333333."],
  ])("%j: %s", (splits, reason) => {
    expect(splitsAddUpToTheWhole(splits)).toBe(reason);
  });

  test("a share is counted in millionths", () => {
    expect(microShare(0.333333)).toBe(333_333);
    expect(microShare(0.3333333)).toBeNull();
  });
});
