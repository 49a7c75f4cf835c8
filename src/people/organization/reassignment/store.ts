/** Reassignments as they are kept, and what holds for people before and after them. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import { deleteLine, endLine, insertMembership, insertReportingLine } from "../line-store.ts";
import type { Holding, HoldingChange, Move } from "./reassignment.ts";

export interface Reassignment {
  readonly id: string;
  readonly version: number;
  readonly kind: "move" | "leave";
  readonly startsOn: Temporal.PlainDate;
  /** Who leaves. */
  readonly personId: string | null;
  readonly managerId: string | null;
  readonly move: Move;
  readonly madeAt: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
}

function reassignments(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.reassignment as r")
    .select(["r.id", "r.version", "r.kind", "r.starts_on as startsOn", "r.person_id as personId"])
    .select(["r.manager_id as managerId", "r.changes", "r.made_at as madeAt", "r.undone_at as undoneAt"])
    .where("r.workspace_id", "=", workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof reassignments>["executeTakeFirstOrThrow"]>>;
const reassignmentFrom = ({ changes, ...row }: Row): Reassignment => ({
  ...row,
  kind: row.kind as Reassignment["kind"],
  move: moveFrom(changes as unknown as MoveText),
});

/** The last reassignments, the latest first. */
export async function lastReassignments(db: Db, workspaceId: string, limit: number): Promise<Reassignment[]> {
  const rows = await reassignments(db, workspaceId)
    .orderBy("r.made_at", "desc")
    .orderBy("r.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(reassignmentFrom);
}

export async function findReassignment(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<Reassignment | undefined> {
  const row = await reassignments(db, workspaceId).where("r.id", "=", id).executeTakeFirst();
  return row && reassignmentFrom(row);
}

export async function insertReassignment(
  db: Db,
  workspaceId: string,
  given: Pick<Reassignment, "id" | "kind" | "startsOn" | "personId" | "managerId" | "move">,
): Promise<void> {
  await db
    .insertInto("people.reassignment")
    .values({
      workspace_id: workspaceId,
      id: given.id,
      kind: given.kind,
      starts_on: given.startsOn,
      person_id: given.personId,
      manager_id: given.managerId,
      changes: JSON.stringify(given.move),
    })
    .execute();
}

export async function markUndone(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .updateTable("people.reassignment")
    .set({ undone_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function storeLeftOn(
  db: Db,
  workspaceId: string,
  personId: string,
  leftOn: Temporal.PlainDate | null,
): Promise<void> {
  await db
    .updateTable("people.person")
    .set({ left_on: leftOn })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", personId)
    .execute();
}

const tables = { lines: "people.reporting_line", memberships: "people.team_membership" } as const;

/** Has what holds for a person be as wanted: what is not wanted goes first, so that no day is held twice. */
export async function storeHoldings(
  db: Db,
  workspaceId: string,
  kind: keyof typeof tables,
  { personId, before, after }: HoldingChange,
): Promise<void> {
  const table = tables[kind];
  const wanted = new Map(after.map((one) => [one.id, one]));
  for (const one of before) {
    if (!wanted.has(one.id)) await deleteLine(db, workspaceId, table, one.id);
  }
  const known = new Map(before.map((one) => [one.id, one]));
  const changed = after.filter(({ id, endsOn }) => {
    const held = known.get(id);
    return held !== undefined && held.endsOn?.toString() !== endsOn?.toString();
  });
  for (const one of changed) await endLine(db, workspaceId, table, one.id, one.endsOn);
  for (const { to, ...one } of after.filter(({ id }) => !known.has(id))) {
    if (kind === "lines") await insertReportingLine(db, workspaceId, { ...one, personId, managerId: to });
    else await insertMembership(db, workspaceId, { ...one, personId, teamId: to });
  }
}

type HoldingText = {
  readonly [Key in keyof Holding]: Key extends "startsOn" | "endsOn" ? string | null : string;
};
type ChangeText = { personId: string; before: HoldingText[]; after: HoldingText[] };
interface MoveText {
  readonly lines: readonly ChangeText[];
  readonly memberships: readonly ChangeText[];
}

function moveFrom({ lines, memberships }: MoveText): Move {
  return { lines: lines.map(changeFrom), memberships: memberships.map(changeFrom) };
}

function changeFrom({ personId, before, after }: ChangeText): HoldingChange {
  return { personId, before: before.map(holdingFrom), after: after.map(holdingFrom) };
}

function holdingFrom(text: HoldingText): Holding {
  const day = (said: string | null) => (said === null ? null : Temporal.PlainDate.from(said));
  return { ...text, startsOn: day(text.startsOn), endsOn: day(text.endsOn) };
}
