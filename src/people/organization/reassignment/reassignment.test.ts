import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gaps, overlap } from "#base/kernel";
import { decideLeaving, endedWith } from "./leaving.ts";
import {
  belowOn,
  type Decided,
  decideMove,
  type Holding,
  type Move,
  type MoveWanted,
  movedTo,
  type Organization,
} from "./reassignment.ts";
import { whyNotUndone } from "./undoing.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const held = (
  personId: string,
  to: string,
  from: string | null = null,
  until: string | null = null,
): Holding => ({
  id: `${personId}>${to}`,
  personId,
  to,
  startsOn: from === null ? null : day(from),
  endsOn: until === null ? null : day(until),
});
const member = (name: string, startedOn: string | null = null, leftOn: string | null = null) => ({
  id: name,
  name,
  startedOn: startedOn === null ? null : day(startedOn),
  leftOn: leftOn === null ? null : day(leftOn),
});

/** Vera leads Tom and Mia; Tom leads Ines and Jon; Mia leads Leo. Nia starts in July; Gus left in January. */
const company: Organization = {
  people: [
    ...["Vera", "Tom", "Mia", "Ines", "Jon", "Leo"].map((name) => member(name)),
    member("Nia", "2026-07-01"),
    member("Gus", null, "2026-01-31"),
  ],
  lines: [
    held("Tom", "Vera"),
    held("Mia", "Vera"),
    held("Ines", "Tom", "2025-01-01"),
    held("Jon", "Tom"),
    held("Leo", "Mia"),
  ],
  memberships: [held("Ines", "North"), held("Jon", "North"), held("Tom", "North"), held("Leo", "South")],
};
const move = (wanted: Partial<MoveWanted> = {}, organization: Organization = company) =>
  decideMove(organization, {
    personIds: ["Ines"],
    managerId: "Mia",
    startsOn: day("2026-03-01"),
    team: null,
    ...wanted,
  });
const reasonOf = <P>(decided: Decided<P>) => ("refused" in decided ? decided.refused.reason : null);
const planOf = (decided: Decided<Move>): Move => {
  if ("refused" in decided) throw new Error(decided.refused.reason);
  return decided.plan;
};
const told = (holdings: readonly Holding[]) =>
  holdings.map(({ to, startsOn, endsOn }) => `${to} ${startsOn ?? "ever"} to ${endsOn ?? "further notice"}`);

describe("a move", () => {
  test("ends the line that holds and begins the new one on the same day", () => {
    const [change] = planOf(move()).lines;
    expect(told(change?.after ?? [])).toEqual([
      "Tom 2025-01-01 to 2026-03-01",
      "Mia 2026-03-01 to further notice",
    ]);
  });

  test.each<[string, Partial<MoveWanted>, string]>([
    ["to themselves", { personIds: ["Mia"], managerId: "Mia" }, "Nobody reports to themselves."],
    [
      "to somebody below them",
      { personIds: ["Vera"], managerId: "Jon" },
      "Jon reports to Vera, directly or through others, from 2026-03-01.",
    ],
    ["to the manager they have", { managerId: "Tom" }, "Ines reports to Tom already."],
    [
      "to nobody where they report to nobody",
      { personIds: ["Vera"], managerId: null },
      "Vera reports to nobody already.",
    ],
    ["before they start", { personIds: ["Nia"] }, "Nia starts on 2026-07-01 and is not here on 2026-03-01."],
    ["after they left", { personIds: ["Gus"] }, "Gus left on 2026-01-31 and is not here on 2026-03-01."],
    [
      "to somebody who is not here",
      { managerId: "Gus" },
      "Gus left on 2026-01-31 and is not here on 2026-03-01.",
    ],
    ["to nobody known", { managerId: "Zed" }, "There is no such person in this workspace."],
  ])("%s is refused", (_, wanted, reason) => {
    expect(reasonOf(move(wanted))).toBe(reason);
  });

  test("before a change that is planned for later is refused, on its day it replaces it", () => {
    const planned = {
      ...company,
      lines: [
        ...company.lines.filter(({ personId }) => personId !== "Ines"),
        held("Ines", "Tom", null, "2026-06-01"),
        held("Ines", "Vera", "2026-06-01"),
      ],
    };
    expect(reasonOf(move({}, planned))).toBe(
      "Ines has another manager planned from 2026-06-01: choose that day or a later one.",
    );
    const [change] = planOf(move({ startsOn: day("2026-06-01") }, planned)).lines;
    expect(told(change?.after ?? [])).toEqual(["Tom ever to 2026-06-01", "Mia 2026-06-01 to further notice"]);
  });

  test("keeps the day on which somebody's line ends anyway", () => {
    const leaving = [held("Ines", "Tom", null, "2026-09-01")];
    expect(told(movedTo(leaving, "Ines", "Mia", day("2026-03-01")))).toEqual([
      "Tom ever to 2026-03-01",
      "Mia 2026-03-01 to 2026-09-01",
    ]);
  });

  test("of several is decided one after the other, so that together they close no circle", () => {
    expect(reasonOf(move({ personIds: ["Tom", "Vera"], managerId: "Mia" }))).toBe(
      "Mia reports to Vera, directly or through others, from 2026-03-01.",
    );
    const two = planOf(move({ personIds: ["Ines", "Jon"] }));
    expect(two.lines.map(({ personId }) => personId)).toEqual(["Ines", "Jon"]);
  });

  test.each<["moved" | "all", string[]]>([
    ["moved", ["Tom"]],
    ["all", ["Tom", "Ines", "Jon"]],
  ])("takes a team along for %s", (of, who) => {
    const { memberships } = planOf(move({ personIds: ["Tom"], team: { id: "South", of } }));
    expect(memberships.map(({ personId }) => personId).toSorted()).toEqual(who.toSorted());
    expect(told(memberships[0]?.after ?? [])).toEqual([
      "North ever to 2026-03-01",
      "South 2026-03-01 to further notice",
    ]);
  });

  test("leaves whoever is in the team already as they are", () => {
    expect(planOf(move({ personIds: ["Jon"], team: { id: "North", of: "moved" } })).memberships).toEqual([]);
  });

  test("counts everybody below, directly or through others, as of the day", () => {
    expect(belowOn(company, "Vera", day("2026-03-01")).toSorted()).toEqual([
      "Ines",
      "Jon",
      "Leo",
      "Mia",
      "Tom",
    ]);
    expect(belowOn(company, "Tom", day("2024-12-31"))).toEqual(["Jon"]);
  });
});

describe("somebody who leaves", () => {
  const leave = (managerId: string | null, organization: Organization = company) =>
    decideLeaving(organization, { personId: "Tom", leftOn: day("2026-03-31"), managerId });

  test("is in no line and no team from the day after their last", () => {
    const plan = planOf(leave(null));
    expect(plan.lines.map(({ personId, after }) => [personId, told(after)])).toEqual([
      ["Tom", ["Vera ever to 2026-04-01"]],
    ]);
    expect(plan.memberships.map(({ after }) => told(after))).toEqual([["North ever to 2026-04-01"]]);
  });

  test("gives their reports to whoever takes over, without a day between", () => {
    const after = planOf(leave("Mia")).lines.map((change) => [change.personId, told(change.after)]);
    expect(after).toEqual([
      ["Tom", ["Vera ever to 2026-04-01"]],
      ["Ines", ["Tom 2025-01-01 to 2026-04-01", "Mia 2026-04-01 to further notice"]],
      ["Jon", ["Tom ever to 2026-04-01", "Mia 2026-04-01 to further notice"]],
    ]);
  });

  test("is followed by one of their reports, who then reports to the leaver's manager", () => {
    const after = planOf(leave("Jon")).lines.map((change) => [change.personId, told(change.after).at(-1)]);
    expect(after).toEqual([
      ["Tom", "Vera ever to 2026-04-01"],
      ["Jon", "Vera 2026-04-01 to further notice"],
      ["Ines", "Jon 2026-04-01 to further notice"],
    ]);
  });

  test.each<[string, string | null, Organization, string]>([
    ["to themselves", "Tom", company, "Whoever leaves cannot take their own reports over."],
    [
      "while somebody is planned to report to them",
      null,
      { ...company, lines: [...company.lines, held("Nia", "Tom", "2026-07-01")] },
      "Nia is planned to report to them from 2026-07-01: change that first.",
    ],
    [
      "before they start",
      null,
      { ...company, people: [member("Tom", "2026-06-01")] },
      "Nobody can leave (2026-03-31) before they start (2026-06-01).",
    ],
  ])("%s is refused", (_, managerId, organization, reason) => {
    expect(reasonOf(leave(managerId, organization))).toBe(reason);
  });

  test("keeps nothing that was planned for after their last day", () => {
    const planned = [held("Tom", "Vera", null, "2026-06-01"), held("Tom", "Mia", "2026-06-01")];
    expect(told(endedWith(planned, day("2026-03-31")))).toEqual(["Vera ever to 2026-04-01"]);
  });
});

/** The organization after a move. */
const afterMove = (organization: Organization, { lines, memberships }: Move): Organization => {
  const put = (held: readonly Holding[], changes: Move["lines"]) => [
    ...held.filter(({ personId }) => !changes.some((one) => one.personId === personId)),
    ...changes.flatMap((one) => one.after.map((line) => ({ ...line, id: line.id || `${one.personId} new` }))),
  ];
  return {
    ...organization,
    lines: put(organization.lines, lines),
    memberships: put(organization.memberships, memberships),
  };
};

describe("taking a move back", () => {
  test("is possible while nothing came after it", () => {
    const plan = planOf(move());
    expect(whyNotUndone(afterMove(company, plan), plan)).toBeNull();
  });

  test("is refused once the person got another manager or team since", () => {
    const plan = planOf(move({ team: { id: "South", of: "moved" } }));
    const moved = afterMove(company, plan);
    const later = afterMove(moved, planOf(move({ managerId: "Vera", startsOn: day("2026-05-01") }, moved)));
    expect(whyNotUndone(later, plan)).toBe("Ines got another manager since: take that back first.");
    const team = { ...moved, memberships: [held("Ines", "East")] };
    expect(whyNotUndone(team, plan)).toBe("Ines got another team since: take that back first.");
  });

  test("is refused where what was before would be a circle by now", () => {
    const plan = planOf(move());
    const turned = afterMove(company, plan);
    // Tom came below Ines since: that Ines reports to Tom again would be a circle.
    const circle = {
      ...turned,
      lines: [
        ...turned.lines.filter(({ personId }) => personId !== "Tom"),
        held("Tom", "Ines", "2025-06-01"),
      ],
    };
    expect(whyNotUndone(circle, plan)).toBe(
      "Tom reports to Ines, directly or through others, from 2025-06-01: as it was before would be a circle.",
    );
  });
});

test("whatever is moved or leaves: no circle, never two managers, and no day without one where there was one", () => {
  const names = ["A", "B", "C", "D", "E", "F"];
  const start: Organization = {
    people: names.map((name) => member(name)),
    lines: names.slice(1).map((name) => held(name, "A")),
    memberships: [],
  };
  const step = fc.record({
    who: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    to: fc.constantFrom(...names),
    on: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now = start;
      for (const { who, to, on } of steps) {
        const startsOn = day("2026-01-01").add({ days: on });
        const decided = decideMove(now, { personIds: who, managerId: to, startsOn, team: null });
        if ("plan" in decided) now = afterMove(now, decided.plan);
      }
      for (const name of names) {
        const own = now.lines.filter(({ personId }) => personId === name);
        for (const one of own) expect(own.filter((other) => overlap(one, other))).toEqual([one]);
        const since = own.some(({ startsOn }) => startsOn === null) ? null : (own[0]?.startsOn ?? null);
        if (own.length > 0) expect(gaps({ startsOn: since, endsOn: null }, own)).toEqual([]);
      }
      for (let on = -1; on <= 41; on += 1) {
        const at = day("2026-01-01").add({ days: on });
        for (const name of names) expect(belowOn(now, name, at)).not.toContain(name);
        for (const name of names) {
          for (const below of belowOn(now, name, at)) expect(belowOn(now, below, at)).not.toContain(name);
        }
      }
    }),
  );
});
