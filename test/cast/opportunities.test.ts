import { describe, expect, test } from "vitest";
import { type CastOpportunity, castOf, company, composeCast, tellingDay } from "./index.ts";

/** Several companies, told on days of different seasons, so that no rule holds by luck. */
const casts = [
  castOf(),
  ...["2024-02-29", "2025-06-30", "2026-01-02", "2026-12-25", "2027-08-09"].map((day, seed) =>
    composeCast({ seed, size: 600, asOf: Temporal.PlainDate.from(day) }),
  ),
];
const told = casts.map((cast) => ({ cast, opportunities: [...cast.opportunities()] }));
const zoned = (at: Temporal.Instant) => at.toZonedDateTimeISO(company.timeZone);
const present = ({ states }: CastOpportunity) => states.at(-1);

describe.each(told)("The opportunities of a company told on $cast.asOf", ({ cast, opportunities }) => {
  const stages = new Map(cast.stages.map((stage) => [stage.id, stage]));

  test("their states follow each other strictly, on working days in working hours, before the day of the telling", () => {
    const end = cast.asOf.toZonedDateTime(company.timeZone).epochMilliseconds;
    for (const { record, states } of opportunities) {
      let previous = Number.NEGATIVE_INFINITY;
      for (const state of states) {
        const at = state.validFrom.epochMilliseconds;
        expect(at, record.id).toBeGreaterThan(previous);
        previous = at;
        const { dayOfWeek, hour } = zoned(state.validFrom);
        expect(dayOfWeek < 6 && hour >= 8 && hour < 18, `${record.id} ${state.validFrom}`).toBe(true);
        expect(state.stageEnteredAt.epochMilliseconds).toBeLessThanOrEqual(at);
      }
      expect(previous).toBeLessThan(end);
    }
  });

  test("the record is the last state, and true since then", () => {
    for (const opportunity of opportunities) {
      const { validFrom, ...state } = present(opportunity) ?? {};
      expect(opportunity.record).toMatchObject(state);
      expect(opportunity.record.trueSince).toBe(validFrom);
    }
  });

  test("no state says what the one before it said", () => {
    const shown = (state: object) =>
      JSON.stringify({ ...state, validFrom: null }, (_, v) => (typeof v === "bigint" ? `${v}` : v));
    for (const { record, states } of opportunities) {
      const seen = states.map(shown);
      expect(
        seen.filter((face, at) => at > 0 && face === seen[at - 1]),
        record.id,
      ).toEqual([]);
    }
  });

  test("what is closed stands in a closing stage since that day, and what is open in an open one", () => {
    for (const opportunity of opportunities) {
      for (const state of opportunity.states) {
        const stage = stages.get(state.stageId);
        expect(stage?.outcome).toBe(state.status);
        expect(stage?.pipelineId).toBe(state.pipelineId);
      }
      const last = present(opportunity);
      if (!last || last.status === "open") continue;
      expect(last.closeOn.equals(zoned(last.validFrom).toPlainDate()), opportunity.record.id).toBe(true);
      expect(opportunity.record.nextStep).toBeNull();
    }
  });

  test("the lines add up to the amount to the cent, and an opportunity without an amount has none", () => {
    for (const { record, lines } of opportunities) {
      expect(lines.reduce((sum, line) => sum + line.amountMinor, 0n)).toBe(record.amountMinor ?? 0n);
      for (const line of lines) expect(line.amountMinor).toBe(line.unitPriceMinor * BigInt(line.quantity));
      if (record.status === "won") expect(record.amountMinor).not.toBeNull();
    }
  });

  test("splits add up to one, name each person once, and the owner first", () => {
    for (const { record, splits } of opportunities) {
      if (splits.length === 0) continue;
      const millionths = splits.reduce((sum, { share }) => sum + Math.round(Number(share) * 1e6), 0);
      expect(millionths).toBe(1_000_000);
      expect(new Set(splits.map(({ personId }) => personId)).size).toBe(splits.length);
      expect(splits[0]?.personId).toBe(record.ownerId);
    }
  });

  test("stakeholders are contacts of the account, the first of them the primary one", () => {
    const contacts = new Map([...cast.contacts()].map((contact) => [contact.id, contact]));
    for (const { record, stakeholders } of opportunities) {
      for (const [at, { contactId, isPrimary }] of stakeholders.entries()) {
        expect(contacts.get(contactId)?.accountId).toBe(record.accountId);
        expect(isPrimary).toBe(at === 0);
      }
    }
    expect(opportunities.some(({ stakeholders }) => stakeholders.length > 1)).toBe(true);
  });

  test("nothing is done after the day before the telling, and every open task is about an open opportunity", () => {
    const end = cast.asOf.toZonedDateTime(company.timeZone).epochMilliseconds;
    for (const { record, activities } of opportunities) {
      for (const { doneAt, dueAt, kind, trueSince } of activities) {
        expect(trueSince.epochMilliseconds).toBeLessThan(end);
        if (doneAt) expect(doneAt.epochMilliseconds).toBeLessThan(end);
        else expect(kind === "task" && dueAt !== null && record.status === "open").toBe(true);
      }
    }
  });

  test("they name people, accounts, contacts and products that there are, in one currency each", () => {
    const people = new Set(cast.everyone.map(({ id }) => id));
    const accounts = new Map(cast.accounts.map((account) => [account.id, account]));
    const contacts = new Set([...cast.contacts()].map(({ id }) => id));
    const products = new Set(cast.products.map(({ id }) => id));
    for (const { record, states, lines, splits, activities } of opportunities) {
      expect(states.every((s) => people.has(s.ownerId) && accounts.has(s.accountId))).toBe(true);
      expect(new Set(states.map(({ currency }) => currency)).size).toBe(1);
      expect(["USD", "EUR"]).toContain(record.currency);
      expect(lines.every(({ productId }) => products.has(productId))).toBe(true);
      expect(splits.every(({ personId }) => people.has(personId))).toBe(true);
      expect(activities.every(({ contactId }) => contactId === null || contacts.has(contactId))).toBe(true);
    }
  });

  test("Elbholm's are ours from the day of the acquisition, whenever they began", () => {
    const theirs = new Set(cast.pipelines.filter(({ name }) => name === "Elbholm").map(({ id }) => id));
    const inherited = opportunities.filter(
      ({ record }) =>
        theirs.has(record.pipelineId) &&
        Temporal.PlainDate.compare(record.createdOn, cast.story.acquiredOn) < 0,
    );
    expect(inherited.length).toBeGreaterThan(0);
    for (const { states, record } of opportunities) {
      if (!theirs.has(record.pipelineId)) continue;
      const first = states[0];
      expect(
        first && zoned(first.validFrom).toPlainDate().toString() >= cast.story.acquiredOn.toString(),
      ).toBe(true);
      expect(first?.status).toBe("open");
    }
  });
});

test("an earlier telling of the same seed is another company, not a shorter one: the story moves with its day", () => {
  const [one, other] = [tellingDay, tellingDay.subtract({ years: 1 })].map((asOf) =>
    composeCast({ seed: 1, size: 60, asOf }),
  );
  expect(one?.story.reorganizedOn.equals(other?.story.reorganizedOn ?? tellingDay)).toBe(false);
});
