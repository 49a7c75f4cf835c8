/** The verbs about candidates: add one for a role, decide with a reason, remove what is personal. */
import { type Clock, newId, today } from "#base/kernel";
import { type Actor, type Db, refuseStale, type Sight } from "#base/platform";
import { refuseBecause, requireFound } from "../refusals.ts";
import { showRole } from "../roles/actions.ts";
import type { Profile } from "../roles/role.ts";
import { workspaceOf } from "../workspace/actions.ts";
import { type Candidate, keptUntil, type Outcome, whyNotToClose, whyOver } from "./candidate.ts";
import { chosenFrom, requirementsOf } from "./requirement.ts";
import { deleteScores, listSheets } from "./sheet-store.ts";
import {
  deleteWords,
  holdCandidate,
  insertCandidate,
  insertDecision,
  keepWords,
  storeCandidate,
} from "./store.ts";

export interface CandidateWords {
  readonly name: string;
  readonly email: string | null;
  readonly notes: string;
}

/** The day that it is in a workspace. */
export async function todayIn(db: Db, workspaceId: string, clock: Clock): Promise<Temporal.PlainDate> {
  return today(clock, (await workspaceOf(db, workspaceId)).timeZone);
}

async function held(db: Db, workspaceId: string, id: string): Promise<Candidate> {
  const found = requireFound(await holdCandidate(db, workspaceId, id), "candidate");
  refuseBecause(whyOver(found));
  return found;
}

async function keepAllWords(
  db: Db,
  workspaceId: string,
  id: string,
  said: { readonly [K in keyof CandidateWords]?: CandidateWords[K] | undefined },
): Promise<void> {
  for (const about of ["name", "email", "notes"] as const) {
    const words = said[about];
    if (words !== undefined) await keepWords(db, workspaceId, id, about, words ?? "");
  }
}

/** Adds a candidate; the requirements are a copy of the role's. Refuses a role that is not there, or that asks for nothing. */
export async function addCandidate(
  db: Db,
  sight: Sight,
  clock: Clock,
  given: CandidateWords & { readonly roleKey: string; readonly requirements?: readonly string[] | undefined },
) {
  const { workspaceId } = sight;
  const role = await showRole(db, sight, given.roleKey);
  const { chosen, reason } = chosenFrom(requirementsOf(role as unknown as Profile), given.requirements);
  refuseBecause(reason, "requirements");
  const id = newId(clock);
  const addedOn = await todayIn(db, workspaceId, clock);
  await insertCandidate(db, workspaceId, {
    ...{ id, roleKey: role.key, roleName: role.name, requirements: chosen, addedOn },
  });
  await keepAllWords(db, workspaceId, id, given);
  return { id, version: 1 };
}

/** Changes what is given of a candidate. Refuses a stale version, and one of whom nothing personal is left. */
export async function changeCandidate(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: {
    readonly [K in keyof CandidateWords]?: CandidateWords[K] | undefined;
  } & { readonly keepUntil?: Temporal.PlainDate | null | undefined },
) {
  const candidate = refuseStale(await holdCandidate(db, workspaceId, id), expectedVersion);
  refuseBecause(whyOver(candidate));
  await keepAllWords(db, workspaceId, id, given);
  const keepUntil = given.keepUntil === undefined ? candidate.keepUntil : given.keepUntil;
  return { id, version: await storeCandidate(db, workspaceId, id, { ...candidate, keepUntil }) };
}

/** Ends scoring. Refuses where no sheet was handed in, and where it has ended. */
export async function closeScoring(db: Db, workspaceId: string, clock: Clock, id: string) {
  const candidate = await held(db, workspaceId, id);
  const sheets = await listSheets(db, workspaceId, [id]);
  const handedIn = sheets.filter((sheet) => sheet.handedInAt !== null).length;
  refuseBecause(whyNotToClose(candidate, handedIn));
  return {
    id,
    version: await storeCandidate(db, workspaceId, id, { ...candidate, closedAt: clock.now() }),
  };
}

/** Decides on a candidate, with the reason; scoring ends with it. Decided anew, the last decision counts. */
export async function decideOn(
  db: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  given: { readonly outcome: Outcome; readonly reason: string },
) {
  const { workspaceId, name, personId } = actor;
  const candidate = await held(db, workspaceId, id);
  const now = clock.now();
  const decision = { id: newId(clock), candidateId: id, outcome: given.outcome, decidedAt: now };
  await insertDecision(db, workspaceId, { ...decision, decidedBy: name, decidedById: personId });
  await keepWords(db, workspaceId, id, `decision:${decision.id}`, given.reason);
  const version = await storeCandidate(db, workspaceId, id, {
    ...candidate,
    closedAt: candidate.closedAt ?? now,
    keepUntil: keptUntil(candidate.keepUntil, await todayIn(db, workspaceId, clock)),
  });
  return { id, version };
}

/** Removes everything personal of a candidate, for good, and leaves counts. Refuses a stale version, and doing it twice. */
export async function purgeCandidate(
  db: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  expectedVersion: number,
) {
  const { workspaceId, name } = actor;
  const candidate = refuseStale(await holdCandidate(db, workspaceId, id), expectedVersion);
  refuseBecause(whyOver(candidate));
  const sheets = (await listSheets(db, workspaceId, [id])).length;
  const scores = await deleteScores(db, workspaceId, id);
  await deleteWords(db, workspaceId, id);
  const purged = { at: clock.now(), by: name, sheets, scores };
  return { id, version: await storeCandidate(db, workspaceId, id, { ...candidate, purged }) };
}
