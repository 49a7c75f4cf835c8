import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlap } from "#base/kernel";
import { nobodyLeavesBeforeTheyStart, worksHereOn } from "./person.ts";
import {
  lineOn,
  nobodyManagesThemselves,
  type ReportingLine,
  reassignmentFrom,
  reportingLinesFormNoCircle,
} from "./reporting-line.ts";
import { aTeamIsNotPartOfItself } from "./team.ts";

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
const line = (
  personId: string,
  managerId: string,
  from: string | null,
  to: string | null,
): ReportingLine => ({
  id: `${personId}>${managerId}`,
  personId,
  managerId,
  startsOn: day(from),
  endsOn: day(to),
});
const shown = (interval: { startsOn: Temporal.PlainDate | null; endsOn: Temporal.PlainDate | null }) =>
  `${interval.startsOn ?? "ever"} to ${interval.endsOn ?? "further notice"}`;

describe("who reports to whom", () => {
  const lines = [
    line("Ines", "Tom", null, "2025-07-01"),
    line("Ines", "Vera", "2025-07-01", null),
    line("Tom", "Vera", null, null),
    line("Vera", "Olu", null, "2026-01-01"),
  ];

  test("nobody manages themselves", () => {
    expect(nobodyManagesThemselves("Ines", "Ines")).toBe("Nobody reports to themselves.");
    expect(nobodyManagesThemselves("Ines", "Tom")).toBeNull();
  });

  test.each([
    [
      "Vera",
      "Tom",
      "2025-01-01",
      "The manager reports to this person, directly or through others, from 2025-01-01.",
    ],
    ["Vera", "Ines", null, "The manager reports to this person, directly or through others, already."],
    [
      "Tom",
      "Ines",
      "2025-01-01",
      "The manager reports to this person, directly or through others, from 2025-01-01.",
    ],
    ["Tom", "Ines", "2025-07-01", null],
    [
      "Olu",
      "Ines",
      "2025-12-31",
      "The manager reports to this person, directly or through others, from 2025-12-31.",
    ],
    ["Olu", "Ines", "2026-01-01", null],
    ["Ines", "Olu", "2025-01-01", null],
  ])("%s reporting to %s from %s: %s", (person, manager, from, reason) => {
    expect(reportingLinesFormNoCircle(lines, line(person, manager, from, null))).toBe(reason);
  });

  test("a circle that an import brought is walked only once", () => {
    const circle = [line("A", "B", null, null), line("B", "A", null, null)];
    expect(reportingLinesFormNoCircle(circle, line("C", "A", null, null))).toBeNull();
  });

  test.each([
    ["2025-03-01", [], ["Ines>Tom"], "2025-03-01 to 2025-07-01"],
    ["2025-07-01", ["Ines>Vera"], [], "2025-07-01 to further notice"],
    ["2025-08-01", [], ["Ines>Vera"], "2025-08-01 to further notice"],
    [null, ["Ines>Tom"], [], "ever to 2025-07-01"],
  ])("from %s the lines %s go, %s end, and the new one holds %s", (from, removed, closed, during) => {
    const found = reassignmentFrom(lines.slice(0, 2), day(from));
    expect(found.remove.map((one) => one.id)).toEqual(removed);
    expect(found.close.map((one) => one.id)).toEqual(closed);
    expect(shown(found.during)).toBe(during);
  });

  test("however often somebody is reassigned, no two lines hold on one day", () => {
    const assignment = fc.record({
      from: fc.option(fc.nat(60)),
      manager: fc.constantFrom("Tom", "Vera", null),
    });
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 12 }), (assignments) => {
        let held: ReportingLine[] = [];
        for (const [at, { from, manager }] of assignments.entries()) {
          const startsOn = from === null ? null : Temporal.PlainDate.from("2026-01-01").add({ days: from });
          const change = reassignmentFrom(held, startsOn);
          held = held
            .filter((one) => !change.remove.includes(one))
            .map((one) => (change.close.includes(one) ? { ...one, endsOn: startsOn } : one));
          if (manager) held.push({ id: String(at), personId: "Ines", managerId: manager, ...change.during });
          const on = startsOn ?? Temporal.PlainDate.from("2025-12-31");
          expect(lineOn(held, on)?.managerId ?? null).toBe(manager);
        }
        for (const one of held) expect(held.filter((other) => overlap(one, other))).toEqual([one]);
      }),
    );
  });

  test("the day on which a line ends belongs to the next", () => {
    const ofInes = lines.slice(0, 2);
    expect(lineOn(ofInes, Temporal.PlainDate.from("2025-06-30"))?.managerId).toBe("Tom");
    expect(lineOn(ofInes, Temporal.PlainDate.from("2025-07-01"))?.managerId).toBe("Vera");
  });
});

describe("people and teams", () => {
  test("nobody leaves before they start", () => {
    const days = { startedOn: day("2025-02-01"), leftOn: day("2025-01-31") };
    expect(nobodyLeavesBeforeTheyStart(days)).toBe(
      "Nobody can leave (2025-01-31) before they start (2025-02-01).",
    );
    expect(nobodyLeavesBeforeTheyStart({ ...days, leftOn: day("2025-02-01") })).toBeNull();
  });

  test.each([
    ["2025-01-31", false],
    ["2025-02-01", true],
    ["2025-12-31", true],
    ["2026-01-01", false],
  ])("somebody here from 2025-02-01 to 2025-12-31 works here on %s: %s", (date, works) => {
    const days = { startedOn: day("2025-02-01"), leftOn: day("2025-12-31") };
    expect(worksHereOn(days, Temporal.PlainDate.from(date))).toBe(works);
  });

  test("a team is not part of itself, however far up", () => {
    const teams = [
      { id: "emea", name: "EMEA", parentId: null },
      { id: "dach", name: "DACH", parentId: "emea" },
      { id: "bern", name: "Bern", parentId: "dach" },
    ];
    expect(aTeamIsNotPartOfItself(teams, "emea", "bern")).toBe("EMEA would be part of itself.");
    expect(aTeamIsNotPartOfItself(teams, "bern", "emea")).toBeNull();
  });
});
