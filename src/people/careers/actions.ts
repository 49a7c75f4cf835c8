/** The verbs about careers: put on record what was seen, take it back, and say who is ready for what. */
import { type Clock, newId } from "#base/kernel";
import { type Actor, type Db, refuseStale } from "#base/platform";
import { requirePerson } from "../organization/person-actions.ts";
import { refuseBecause, requireFound } from "../refusals.ts";
import type { CareerOut, CareerRecordOut } from "./contract.ts";
import { bestOf, type Ladder, type Seen, standingOn, whyNoPlace } from "./ladder.ts";
import { ladderOf, startingLadders } from "./starting-ladders.ts";
import {
  type CareerRecord,
  holdCareerRecord,
  insertCareerRecord,
  listCareerRecords,
  markCareerRecordRemoved,
} from "./store.ts";

const shownRecord = (record: Omit<CareerRecord, "personName">): CareerRecordOut => ({
  ...{ id: record.id, version: record.version, competence: record.competence, level: record.level },
  ...{ evidence: record.evidence, statedBy: record.statedBy, seenOn: record.seenOn.toString() },
});

function careerOf(ladder: Ladder, records: readonly CareerRecord[]): CareerOut[] {
  const [first] = records;
  if (first === undefined) return [];
  const { reached, next, missing, sentence } = standingOn(ladder, first.personName, records);
  return [
    {
      person: { id: first.personId, name: first.personName },
      ...{ ladder: ladder.key, ladderName: ladder.name, sentence },
      reached: reached && { ...reached },
      next: next && { ...next },
      missing: missing.map((gap) => ({ ...gap })),
      best: ladder.competences.map(({ key }) => ({
        competence: key,
        level: bestOf(ladder, key, records)?.level ?? null,
      })),
      records: records.map(shownRecord),
    },
  ];
}

/** Where a person stands on each ladder on which something was seen of them. */
export async function careersOf(db: Db, workspaceId: string, personId: string): Promise<CareerOut[]> {
  const records = await listCareerRecords(db, workspaceId, { personId });
  return startingLadders.flatMap((ladder) =>
    careerOf(
      ladder,
      records.filter((record) => record.ladder === ladder.key),
    ),
  );
}

/** Everybody of whom something was seen on a ladder, by name. Refuses a ladder that is not there. */
export async function careersOn(db: Db, workspaceId: string, key: string): Promise<CareerOut[]> {
  const ladder = requireFound(ladderOf(key), "ladder");
  const records = await listCareerRecords(db, workspaceId, { ladder: key });
  return [...Map.groupBy(records, ({ personId }) => personId).values()].flatMap((some) =>
    careerOf(ladder, some),
  );
}

/** Puts on record what was seen. Refuses nobody, and a competence or level that the ladder has not. */
export async function recordEvidence(
  db: Db,
  actor: Actor,
  clock: Clock,
  key: string,
  given: Seen & { readonly personId: string; readonly evidence: string },
): Promise<CareerRecordOut> {
  const ladder = requireFound(ladderOf(key), "ladder");
  const misplaced = whyNoPlace(ladder, given);
  if (misplaced !== null) refuseBecause(misplaced.reason, misplaced.field);
  await requirePerson(db, actor.workspaceId, given.personId, "personId");
  const record = { ...given, id: newId(clock), ladder: key, statedBy: actor.name };
  await insertCareerRecord(db, actor.workspaceId, record);
  return shownRecord({ ...record, version: 1 });
}

/** Takes a record back; its history stays. Refuses a stale version. */
export async function takeEvidenceBack(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdCareerRecord(db, workspaceId, id), expectedVersion);
  return { id, version: await markCareerRecordRemoved(db, workspaceId, id) };
}
