/** Candidates as they are shown: each asker sees their own sheet, and those of others once they may. */
import type { Clock } from "#base/kernel";
import type { Actor, Db, Sight } from "#base/platform";
import { textOf } from "#base/wire";
import { requireFound } from "../refusals.ts";
import { showRole } from "../roles/actions.ts";
import { todayIn } from "./actions.ts";
import { type Candidate, isDue, seatOf, stageOf, whyNoMoreScoring, whySheetsAreHidden } from "./candidate.ts";
import type { CandidateBrief, CandidateOut, ComparedOut } from "./contract.ts";
import { agreementOf, type Score } from "./score.ts";
import { listSheets, type Sheet, scoresOn } from "./sheet-store.ts";
import { type Decision, findCandidate, listCandidates, listDecisions, wordsOf } from "./store.ts";

/** All that is known of one candidate, before it is decided what of it the asker sees. */
interface Known {
  readonly candidate: Candidate;
  readonly words: ReadonlyMap<string, string>;
  readonly sheets: readonly Sheet[];
  readonly own: Sheet | undefined;
  readonly decisions: readonly Decision[];
  readonly today: Temporal.PlainDate;
}

async function knownOf(
  db: Db,
  actor: Actor,
  clock: Clock,
  candidates: readonly Candidate[],
): Promise<Known[]> {
  const { workspaceId, personId } = actor;
  const ids = candidates.map(({ id }) => id);
  const today = await todayIn(db, workspaceId, clock);
  const words = await wordsOf(db, workspaceId, ids);
  const sheets = await listSheets(db, workspaceId, ids);
  const decisions = await listDecisions(db, workspaceId, ids);
  return candidates.map((candidate) => {
    const some = sheets.filter(({ candidateId }) => candidateId === candidate.id);
    return {
      ...{ candidate, today, sheets: some, words: words.get(candidate.id) ?? new Map() },
      own: some.find(({ seat }) => seat === seatOf(personId)),
      decisions: decisions.filter(({ candidateId }) => candidateId === candidate.id),
    };
  });
}

/** The sheets whose content the asker sees: their own, and once nothing is hidden those that were handed in. */
function shownSheets({ candidate, sheets, own }: Known): Sheet[] {
  if (candidate.purged !== null) return [];
  const hidden = whySheetsAreHidden(candidate, own) !== null;
  return sheets.filter((sheet) => sheet === own || (!hidden && sheet.handedInAt !== null));
}

function briefOf(known: Known): CandidateBrief {
  const { candidate, words, sheets, own, decisions, today } = known;
  const { purged } = candidate;
  const handedIn = sheets.filter((sheet) => sheet.handedInAt !== null).length;
  return {
    ...{ id: candidate.id, version: candidate.version, name: words.get("name") ?? null },
    ...{ roleKey: candidate.roleKey, roleName: candidate.roleName },
    addedOn: candidate.addedOn.toString(),
    stage: stageOf(candidate, decisions.length > 0),
    ...{ handedIn, begun: sheets.length - handedIn },
    ownSheet: own === undefined ? "none" : own.handedInAt === null ? "draft" : "handed-in",
    outcome: decisions[0]?.outcome ?? null,
    keepUntil: textOf(candidate.keepUntil),
    due: isDue(candidate, today),
    removed: purged === null ? null : { ...purged, at: purged.at.toString() },
  };
}

/** Every candidate in brief, the last added first; those of one day by name. */
export async function showCandidates(db: Db, sight: Sight, actor: Actor, clock: Clock) {
  return (await knownOf(db, actor, clock, await listCandidates(db, sight)))
    .toSorted(byDayAndName)
    .map(briefOf);
}

function byDayAndName(one: Known, other: Known): number {
  const nameOf = ({ words }: Known) => words.get("name") ?? "";
  return (
    Temporal.PlainDate.compare(other.candidate.addedOn, one.candidate.addedOn) ||
    nameOf(one).localeCompare(nameOf(other), "en")
  );
}

/** One candidate as the asker may see them. Refuses one that is not there. */
export async function showCandidate(db: Db, actor: Actor, clock: Clock, id: string): Promise<CandidateOut> {
  const found = requireFound(await findCandidate(db, actor.workspaceId, id), "candidate");
  const known = requireFound((await knownOf(db, actor, clock, [found]))[0], "candidate");
  const { candidate, words, sheets, own, decisions } = known;
  const visible = shownSheets(known);
  const scores = await scoresOn(
    db,
    actor.workspaceId,
    visible.map((sheet) => sheet.id),
  );
  const hidden = candidate.purged === null ? whySheetsAreHidden(candidate, own) : null;
  return {
    ...briefOf(known),
    ...{ email: words.get("email") ?? null, notes: words.get("notes") ?? null, hidden },
    requirements: candidate.requirements.map((one) => ({ ...one })),
    sheets: sheets.map((sheet) => ({
      interviewer: sheet.interviewer,
      own: sheet === own,
      handedInAt: textOf(sheet.handedInAt),
      scores: visible.includes(sheet) ? inOrder(candidate, scores.get(sheet.id) ?? []) : null,
    })),
    closedAt: textOf(candidate.closedAt),
    noScoring: whyNoMoreScoring(candidate, own),
    agreement: hidden === null && candidate.purged === null ? agreementsOn(known, visible, scores) : null,
    decisions: decisions.map(({ id: one, outcome, decidedAt, decidedBy }) => ({
      ...{ outcome, decidedBy, decidedAt: decidedAt.toString() },
      reason: words.get(`decision:${one}`) ?? null,
    })),
  };
}

/** Scores in the order of the requirements. */
function inOrder({ requirements }: Candidate, scores: readonly Score[]): Score[] {
  return requirements.flatMap(({ key }) => scores.find(({ requirement }) => requirement === key) ?? []);
}

type Scores = ReadonlyMap<string, readonly Score[]>;

/** What handed-in sheets say of a requirement. */
function scoresOf(sheets: readonly Sheet[], scores: Scores, requirement: string) {
  return sheets
    .filter(({ handedInAt }) => handedInAt !== null)
    .flatMap(({ id, interviewer }) =>
      (scores.get(id) ?? []).flatMap(({ requirement: about, level, evidence }) =>
        about === requirement && level !== null ? [{ interviewer, level, evidence }] : [],
      ),
    );
}

function agreementsOn({ candidate }: Known, sheets: readonly Sheet[], scores: Scores) {
  return candidate.requirements.map(({ key }) => ({
    requirement: key,
    ...agreementOf(scoresOf(sheets, scores, key).map(({ level }) => level)),
  }));
}

/**
 * The candidates for a role side by side, requirement by requirement. Rows are what any of them was asked for, in words;
 * a cell is null where a requirement was no part of a candidate's sheet. Refuses a role that is not there.
 */
export async function layCandidatesBeside(
  db: Db,
  sight: Sight,
  actor: Actor,
  clock: Clock,
  roleKey: string,
): Promise<ComparedOut> {
  const all = await knownOf(db, actor, clock, await listCandidates(db, sight, roleKey));
  const known = all.filter(({ candidate }) => candidate.purged === null).toSorted(byDayAndName);
  const roleName = all[0]?.candidate.roleName ?? (await showRole(db, sight, roleKey)).name;
  const visible = new Map(known.map((one) => [one, shownSheets(one)]));
  const ids = [...visible.values()].flat().map(({ id }) => id);
  const scores = await scoresOn(db, actor.workspaceId, ids);
  const rows = new Map(
    known.flatMap(({ candidate }) => candidate.requirements.map((one) => [one.text, one] as const)),
  );
  return {
    roleName,
    candidates: known.map((one) => ({
      ...briefOf(one),
      hidden: whySheetsAreHidden(one.candidate, one.own),
    })),
    rows: [...rows.values()].map(({ section, text }) => ({
      ...{ section, text },
      cells: known.map((one) => {
        const asked = one.candidate.requirements.find((requirement) => requirement.text === text);
        if (asked === undefined) return null;
        const hidden = whySheetsAreHidden(one.candidate, one.own) !== null;
        const found = hidden ? null : scoresOf(visible.get(one) ?? [], scores, asked.key);
        return { candidateId: one.candidate.id, scores: found };
      }),
    })),
  };
}
