import { describe, expect, test } from "vitest";
import { type CastOpportunityRecord, castOf, composeCast, tellingDay } from "./index.ts";

const cast = castOf();
const opportunities = [...cast.opportunities()];
/** Ten times as many, where a rate is to be told from chance. */
const large = composeCast({ seed: "large", size: 24_000, asOf: tellingDay });
const many = [...large.opportunities()];

/** 1, 2 or 3: the month within the fiscal quarter, which begins in February, May, August and November. */
const monthOfQuarter = (date: Temporal.PlainDate) => ((date.month + 10) % 3) + 1;
const dollars = (record: CastOpportunityRecord) =>
  (Number(record.amountMinor ?? 0n) / 100) * (record.currency === "EUR" ? 1.1 : 1);

function regionOfPerson(company: typeof cast): Map<string, string> {
  const teams = new Map(company.teams.map((team) => [team.id, team]));
  const regionOf = (teamId: string | null): string => {
    const team = teamId === null ? undefined : teams.get(teamId);
    if (!team) return "";
    return team.kind === "region" ? team.name : regionOf(team.parentId);
  };
  return new Map(company.memberships.map((m) => [m.personId, regionOf(m.teamId)]));
}

function winRate(records: readonly CastOpportunityRecord[]): number {
  const closed = records.filter(({ status }) => status !== "open");
  return closed.filter(({ status }) => status === "won").length / closed.length;
}

function pushes(states: (typeof opportunities)[number]["states"]): number {
  const { compare } = Temporal.PlainDate;
  return states.filter((state, at) => {
    const before = states[at - 1];
    return before?.status === "open" && state.status === "open" && compare(state.closeOn, before.closeOn) > 0;
  }).length;
}

describe("What a leader can discover", () => {
  test("a quarter's last month books more than twice its first", () => {
    const booked = [0, 0, 0, 0];
    for (const { record } of opportunities) {
      const month = monthOfQuarter(record.closeOn);
      if (record.status === "won") booked[month] = (booked[month] ?? 0) + dollars(record);
    }
    expect((booked[3] ?? 0) / (booked[1] ?? 1)).toBeGreaterThan(2);
  });

  test("fewer opportunities begin in July and August than in September and October", () => {
    const begun = (...months: number[]) =>
      many.filter(({ record }) => months.includes(record.createdOn.month)).length;
    expect(begun(7, 8) / begun(9, 10)).toBeLessThan(0.75);
  });

  test("the win rate of new business falls in Pacific, and nowhere else", () => {
    const regionOf = regionOfPerson(large);
    const newBusiness = large.pipelines.find(({ name }) => name === "New Business")?.id;
    const middle = large.story.beginsOn.add({ months: 13 });
    const change = (region: string) => {
      const records = many
        .map(({ record }) => record)
        .filter((r) => r.pipelineId === newBusiness && regionOf.get(r.ownerId) === region);
      const early = records.filter((r) => Temporal.PlainDate.compare(r.createdOn, middle) < 0);
      return winRate(records.filter((r) => !early.includes(r))) / winRate(early);
    };
    expect(change("Pacific")).toBeLessThan(0.8);
    for (const region of ["Atlantic", "Gulf & Inland", "Europe"])
      expect(change(region)).toBeGreaterThan(0.85);
  });

  test("what slipped once slips again more often than not, and is won less often", () => {
    const counted = many.map(({ record, states }) => ({ record, slips: pushes(states) }));
    const slipped = counted.filter(({ slips }) => slips >= 1);
    const again = slipped.filter(({ slips }) => slips >= 2);
    expect(slipped.length / counted.length).toBeLessThan(0.4);
    expect(again.length / slipped.length).toBeGreaterThan(0.5);
    const newOnes = (list: typeof counted) =>
      list.map((c) => c.record).filter((r) => r.lostReason !== "Lapsed");
    expect(winRate(newOnes(slipped))).toBeLessThan(
      winRate(newOnes(counted.filter(({ slips }) => slips === 0))),
    );
  });

  test("some go back a stage, some are opened again, some change hands, and some are not decided", () => {
    const positions = new Map(cast.stages.map((stage) => [stage.id, stage.position]));
    const steps = opportunities.map(({ states }) =>
      states.map((state, at) => ({ state, before: states[at - 1] })),
    );
    const having = (condition: (step: NonNullable<(typeof steps)[number][number]>) => boolean) =>
      steps.filter((list) => list.some(condition)).length;
    const regressed = having(
      ({ state, before }) =>
        before?.status === "open" &&
        state.status === "open" &&
        (positions.get(state.stageId) ?? 0) < (positions.get(before.stageId) ?? 0),
    );
    expect(regressed).toBeGreaterThan(50);
    expect(
      having(({ state, before }) => before?.status === "lost" && state.status === "open"),
    ).toBeGreaterThan(20);
    expect(
      having(({ state, before }) => before !== undefined && before.ownerId !== state.ownerId),
    ).toBeGreaterThan(80);
    expect(opportunities.filter(({ record }) => record.lostReason === "No decision").length).toBeGreaterThan(
      150,
    );
  });

  test("some of what is open has a close date in the past, no next step, or has been silent for four weeks", () => {
    const open = opportunities.filter(({ record }) => record.status === "open");
    const share = (count: number) => count / open.length;
    const past = open.filter(({ record }) => Temporal.PlainDate.compare(record.closeOn, cast.asOf) < 0);
    const stepless = open.filter(({ record }) => record.nextStep === null);
    const fourWeeksAgo = cast.asOf.subtract({ days: 28 }).toZonedDateTime("UTC").epochMilliseconds;
    const silent = open.filter(({ activities }) =>
      activities.every(({ doneAt }) => doneAt === null || doneAt.epochMilliseconds < fourWeeksAgo),
    );
    for (const faults of [past, stepless, silent]) {
      expect(share(faults.length)).toBeGreaterThan(0.05);
      expect(share(faults.length)).toBeLessThan(0.35);
    }
  });
});
