/** A property: whatever is done to an opportunity, its intervals neither gap nor overlap, and the last one is the record. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clock, newId } from "#base/kernel";
import { type Database, type Db, sightOf, writeAs } from "#base/platform";
import { foundTestWorkspace } from "../../../test/client.ts";
import { freshDatabase } from "../../../test/database.ts";
import { addOpportunity, changeOpportunity, removeOpportunity } from "../opportunities/actions.ts";
import type { Opportunity } from "../opportunities/opportunity.ts";
import type { Pipeline } from "../opportunities/stage.ts";
import {
  addPipeline,
  closeOpportunity,
  moveToStage,
  reopenOpportunity,
} from "../opportunities/stage-actions.ts";
import { findOpportunity } from "../opportunities/store.ts";
import { intervalsOf, stateBefore } from "./interval.ts";
import { type StateVersion, versionsOf } from "./version-store.ts";

let now = Temporal.Instant.from("2026-03-10T15:00:00Z");
const clock: Clock = { now: () => now };
let database: Database;
let workspaceId = "";
let pipeline: Pipeline;

const write = <T>(work: (db: Db) => Promise<T>) =>
  writeAs(database.db, { workspaceId, authorId: null, author: "Property", source: "app" }, clock, work);

beforeAll(async () => {
  database = await freshDatabase();
  workspaceId = await foundTestWorkspace(database, clock);
  const rest = { probability: null, forecastCategory: "pipeline" } as const;
  const stages = [
    { name: "Qualify", outcome: "open" as const, ...rest },
    { name: "Proposal", outcome: "open" as const, ...rest, probability: 0.333333 },
    { name: "Signed", outcome: "won" as const, ...rest },
    { name: "Gone", outcome: "lost" as const, ...rest },
  ];
  pipeline = await write((db) => addPipeline(db, workspaceId, clock, { name: "New business", stages }));
});
afterAll(() => database.close());

interface Step {
  readonly verb: "move" | "amount" | "day" | "name" | "win" | "lose" | "reopen" | "remove" | "before";
  readonly number: number;
  /** How much later than the step before, in seconds; 0: at the same moment. */
  readonly after: number;
}

const steps = fc.array(
  fc.record<Step>({
    verb: fc.constantFrom("move", "amount", "day", "name", "win", "lose", "reopen", "remove", "before"),
    number: fc.nat(9999),
    after: fc.constantFrom(0, 1, 3600, 86_400),
  }),
  { minLength: 1, maxLength: 14 },
);

async function take(db: Db, { verb, number }: Step, held: Opportunity): Promise<void> {
  const at = { workspaceId, clock, id: held.id, expectedVersion: held.version };
  const change = (given: object) => changeOpportunity(db, workspaceId, clock, held.id, held.version, given);
  const day = Temporal.PlainDate.from("2026-01-01").add({ days: number % 60 });
  switch (verb) {
    case "move":
      await moveToStage(db, at, { stageId: pipeline.stages[number % 4]?.id ?? "" });
      break;
    case "amount":
      await change({ amountMinor: BigInt(number) * 1_000_000_007n });
      break;
    case "day":
      await change({ closeOn: day });
      break;
    case "name":
      await change({ name: `Renamed ${number}` });
      break;
    case "win":
      await closeOpportunity(db, at, "won", {});
      break;
    case "lose":
      await closeOpportunity(db, at, "lost", { lostReason: `reason ${number}` });
      break;
    case "reopen":
      await reopenOpportunity(db, at, day);
      break;
    case "remove":
      await removeOpportunity(db, workspaceId, held.id, held.version);
      break;
    case "before":
      await stateEarlier(db, held, number);
  }
}

/** An earlier state, as an import brings it: superseding what was believed to begin at that very instant. */
async function stateEarlier(db: Db, held: Opportunity, number: number): Promise<void> {
  const validFrom = Temporal.Instant.from("2026-01-01T00:00:00Z").add({ hours: number % 40 });
  await db
    .updateTable("crm.opportunity_version")
    .set({ superseded_at: clock.now() })
    .where("workspace_id", "=", workspaceId)
    .where("opportunity_id", "=", held.id)
    .where("valid_from", "=", validFrom)
    .where("superseded_at", "is", null)
    .execute();
  await db
    .insertInto("crm.opportunity_version")
    .values({
      workspace_id: workspaceId,
      opportunity_id: held.id,
      valid_from: validFrom,
      status: "open",
      pipeline_id: held.pipelineId,
      amount_minor: BigInt(number),
      currency: held.currency,
      forecast_category: "pipeline",
    })
    .execute();
}

const stateOf = (one: Opportunity | StateVersion) => ({
  pipelineId: one.pipelineId,
  stageId: one.stageId,
  stageEnteredAt: one.stageEnteredAt?.toString() ?? null,
  amountMinor: one.amountMinor,
  currency: one.currency,
  probability: one.probability === null ? null : Number(one.probability),
  forecastCategory: one.forecastCategory,
  closeOn: one.closeOn?.toString() ?? null,
  ownerId: one.ownerId,
  accountId: one.accountId,
});

test("intervals neither gap nor overlap, and the last believed state is the record", async () => {
  const actor = { workspaceId, personId: null, name: "Property", role: "owner" } as const;
  const sight = sightOf(actor, "records.read");
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { id } = await write((db) => addOpportunity(db, workspaceId, clock, { name: newId(clock) }));
      const believed: { at: Temporal.Instant; amountMinor: bigint | null }[] = [];
      for (const step of taken) {
        now = now.add({ seconds: step.after });
        const held = await findOpportunity(database.db, workspaceId, id);
        if (held === undefined || held.removedAt !== null) break;
        await write((db) => take(db, step, held)).catch(refusedIsFine);
        const record = await findOpportunity(database.db, workspaceId, id);
        if (record === undefined) throw new Error("An opportunity is never gone.");
        const intervals = intervalsOf(await versionsOf(database.db, sight, id));
        const line = intervals.filter((one) => one.supersededAt === null);
        for (const [at, one] of line.entries()) {
          expect(one.validTo?.toString()).toBe(line[at + 1]?.validFrom.toString());
          if (one.validTo) expect(Temporal.Instant.compare(one.validFrom, one.validTo)).toBe(-1);
        }
        const last = line.at(-1);
        if (last === undefined) throw new Error("There is always a state.");
        expect(stateOf(last)).toEqual(stateOf(record));
        expect(last.status).toBe(record.removedAt ? "removed" : record.status);
        believed.push({ at: now, amountMinor: record.amountMinor });
      }
      const intervals = intervalsOf(await versionsOf(database.db, sight, id));
      for (const [at, one] of believed.entries()) {
        // Of several changes at one moment the last is what held from then on.
        if (believed.slice(at + 1).some((next) => next.at.equals(one.at))) continue;
        expect(stateBefore(intervals, one.at.add({ milliseconds: 1 }))?.amountMinor).toBe(one.amountMinor);
      }
    }),
    { numRuns: 25, seed: 20_260_310 },
  );
}, 60_000);

function refusedIsFine(problem: unknown): void {
  if (!(problem instanceof Error) || problem.name !== "Refusal") throw problem;
}
