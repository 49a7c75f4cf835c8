import { describe, expect, test } from "vitest";
import { castOf, composeCast, type RoleKey, roleCast, tellingDay } from "./index.ts";

const cast = castOf();
const roleKeys = Object.keys(roleCast) as RoleKey[];
const { compare } = Temporal.PlainDate;

interface Held {
  personId: string;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
}

function holdsOn(entry: Held, day: Temporal.PlainDate): boolean {
  return (
    (entry.startsOn === null || compare(entry.startsOn, day) <= 0) &&
    (entry.endsOn === null || compare(day, entry.endsOn) < 0)
  );
}

function overlaps(entries: readonly Held[]): [Held, Held][] {
  return entries.flatMap((a, i) =>
    entries
      .slice(i + 1)
      .filter((b) => a.personId === b.personId)
      .filter(
        (b) =>
          (a.endsOn === null || b.startsOn === null || compare(b.startsOn, a.endsOn) < 0) &&
          (b.endsOn === null || a.startsOn === null || compare(a.startsOn, b.endsOn) < 0),
      )
      .map((b): [Held, Held] => [a, b]),
  );
}

/** Every day on which a line begins, and one before all of them. */
const turningDays = [
  cast.story.beginsOn,
  ...cast.reportingLines.flatMap(({ startsOn }) => (startsOn === null ? [] : [startsOn])),
];

function managersOn(day: Temporal.PlainDate): Map<string, string> {
  return new Map(
    cast.reportingLines.filter((line) => holdsOn(line, day)).map((line) => [line.personId, line.managerId]),
  );
}

describe("The people on stage", () => {
  test("every role of the product is played by one person, who is on the staff", () => {
    expect(Object.keys(cast.people).sort()).toEqual([...roleKeys].sort());
    expect(new Set(roleKeys.map((key) => cast.people[key].id)).size).toBe(roleKeys.length);
    for (const key of roleKeys) {
      expect(cast.everyone).toContain(cast.people[key]);
      expect(cast.people[key].name).toBe(roleCast[key].name);
    }
  });

  test("every name and every address is there once, and every address is one that nobody can own", () => {
    expect(new Set(cast.everyone.map(({ name }) => name)).size).toBe(cast.everyone.length);
    expect(new Set(cast.everyone.map(({ email }) => email)).size).toBe(cast.everyone.length);
    expect(cast.everyone.every(({ email }) => /^[a-z0-9.]+@[a-z]+\.example$/.test(email))).toBe(true);
  });

  test("nobody has two managers or two teams on one day", () => {
    expect(overlaps(cast.reportingLines)).toEqual([]);
    expect(overlaps(cast.memberships)).toEqual([]);
  });

  test("on every day, everybody's managers lead up to the CEO", () => {
    for (const day of turningDays) {
      const managers = managersOn(day);
      for (const person of managers.keys()) {
        let at: string | undefined = person;
        let last = person;
        for (let steps = 0; at !== undefined; steps++) {
          expect(steps, `${person} on ${day}`).toBeLessThan(10);
          last = at;
          at = managers.get(at);
        }
        expect(last).toBe(cast.people.ceo.id);
      }
    }
  });

  test("nobody reports to, or sits with us, before they started or after they left", () => {
    const byId = new Map(cast.everyone.map((person) => [person.id, person]));
    for (const line of [...cast.reportingLines, ...cast.memberships]) {
      const person = byId.get(line.personId);
      expect(line.startsOn?.toString() ?? null).toSatisfy(
        (from: string | null) =>
          person?.startedOn == null || (from !== null && from >= `${person.startedOn}`),
      );
      if (person?.leftOn) expect(line.endsOn && compare(line.endsOn, person.leftOn) <= 0).toBe(true);
    }
    for (const line of cast.reportingLines) {
      const left = byId.get(line.managerId)?.leftOn;
      if (left) expect(line.endsOn && compare(line.endsOn, left) <= 0).toBe(true);
    }
  });
});

describe("What changes among them", () => {
  test("the Director reported to the CRO until the VP came, and has reported to her since", () => {
    const { directorSalesOperations, vpSalesOperations, cro } = cast.people;
    const managerOn = (day: Temporal.PlainDate) => managersOn(day).get(directorSalesOperations.id);
    expect(managerOn(cast.story.vpArrivesOn.subtract({ days: 1 }))).toBe(cro.id);
    expect(managerOn(cast.story.vpArrivesOn)).toBe(vpSalesOperations.id);
  });

  test("the reorganization regroups Atlantic: the same sellers, other teams, and some have another manager", () => {
    const day = cast.story.reorganizedOn;
    const teamOf = new Map(cast.teams.map((team) => [team.id, team.name]));
    const manned = (on: Temporal.PlainDate) => {
      const there = cast.memberships.filter((m) => holdsOn(m, on));
      return new Map(there.map((m) => [m.personId, teamOf.get(m.teamId) ?? ""]));
    };
    const before = manned(day.subtract({ days: 1 }));
    const after = manned(day);
    const names = (teams: Map<string, string>) =>
      [...new Set(teams.values())].filter((name) => name.startsWith("Atlantic ")).sort();
    expect(names(before)).toEqual(["Atlantic North", "Atlantic South"]);
    expect(names(after)).toEqual(["Atlantic Fleet", "Atlantic Ports"]);
    const ways = new Set(
      [...before].flatMap(([person, team]) => {
        const next = after.get(person);
        return team.startsWith("Atlantic ") && next ? [`${team} → ${next}`] : [];
      }),
    );
    expect([...ways].sort()).toEqual([
      "Atlantic North → Atlantic Fleet",
      "Atlantic North → Atlantic Ports",
      "Atlantic South → Atlantic Fleet",
      "Atlantic South → Atlantic Ports",
    ]);
    const newlyLed = [...managersOn(day)].filter(
      ([person, manager]) =>
        before.get(person)?.startsWith("Atlantic ") &&
        managersOn(day.subtract({ days: 1 })).get(person) !== manager,
    );
    expect(newlyLed.length).toBeGreaterThanOrEqual(3);
  });

  test("Elbholm's people join on the day of the acquisition", () => {
    const theirs = cast.everyone.filter(({ email }) => email.endsWith("@elbholm.example"));
    expect(theirs.length).toBeGreaterThanOrEqual(3);
    expect(theirs.every(({ startedOn }) => startedOn?.equals(cast.story.acquiredOn))).toBe(true);
  });

  test("people leave and others follow them, and no open opportunity is left with somebody who has gone", () => {
    const gone = new Set(cast.everyone.filter(({ leftOn }) => leftOn !== null).map(({ id }) => id));
    expect(gone.size).toBeGreaterThanOrEqual(4);
    const open = [...cast.opportunities()].filter(({ record }) => record.status === "open");
    expect(open.filter(({ record }) => gone.has(record.ownerId))).toEqual([]);
  });

  test.each([1, 60, 30_000])("a cast of %i has its teams and managers in order, too", (size) => {
    const other = composeCast({ seed: 3, size, asOf: tellingDay.add({ days: size % 300 }) });
    expect(overlaps(other.memberships.slice(0, 800))).toEqual([]);
    expect(overlaps(other.reportingLines.slice(0, 800))).toEqual([]);
    expect(new Set(other.everyone.map(({ email }) => email)).size).toBe(other.everyone.length);
  });
});
