/** The open pipeline from the replica: its opportunities as of a day, and its standing at the end of many days. */
import { Refusal } from "#base/kernel";
import { duck, type Fact, type FactAsk, type Fragment, type Replica, raw, type Slice } from "#base/platform";
import {
  namesJoined,
  type OpportunityAsOf,
  opportunityFact,
  shownColumns,
  shownOpportunity,
  stateAt,
} from "#crm";

export interface PipelineSlice {
  readonly workspaceId: string;
  readonly ask: FactAsk;
  readonly by: string;
  readonly key: string | null;
  readonly where: readonly Slice[];
  readonly closingFrom: string | null;
  readonly closingTo: string | null;
}

/** The open opportunities of a slice, the largest first, each in its own currency. */
export async function pipelineRows(
  replica: Replica,
  slice: PipelineSlice,
  page: { offset: number; limit: number },
): Promise<{ rows: OpportunityAsOf[]; count: number }> {
  const rows = await replica.ask(
    slice.workspaceId,
    duck`SELECT ${shownColumns} FROM (${openRows(slice)}) f ${namesJoined}
      ORDER BY f.amount DESC NULLS LAST, f.opportunity_id LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { count: Number(rows[0]?.count ?? 0), rows: rows.map(shownOpportunity) };
}

function openRows(slice: PipelineSlice): Fragment {
  const cuts = [...slice.where, ...(slice.key === null ? [] : [{ dimension: slice.by, key: slice.key }])];
  const unique = new Map(
    cuts.map(({ dimension }) => [dimension, cutBy(opportunityFact, dimension, slice.ask)]),
  );
  const joins = [...unique.values()].reduce((all, cut) => duck`${all} ${cut.joins}`, raw(""));
  const kept = cuts.reduce((all, { dimension, key }) => {
    const cut = unique.get(dimension) ?? cutBy(opportunityFact, dimension, slice.ask);
    return duck`${all} AND (coalesce(CAST(${cut.key} AS VARCHAR), '(none)') = ${key} OR CAST(${cut.id} AS VARCHAR) = ${key})`;
  }, raw("f.status = 'open'"));
  return duck`SELECT DISTINCT f.* FROM (${opportunityFact.rows(slice.ask)}) f ${joins} WHERE ${kept} ${closing(slice)}`;
}

function closing(slice: Pick<PipelineSlice, "closingFrom" | "closingTo">): Fragment {
  const from =
    slice.closingFrom === null ? raw("") : duck` AND f.close_on >= CAST(${slice.closingFrom} AS DATE)`;
  const to = slice.closingTo === null ? raw("") : duck` AND f.close_on <= CAST(${slice.closingTo} AS DATE)`;
  return duck`${from}${to}`;
}

function cutBy(fact: Fact, dimension: string, ask: FactAsk) {
  const cut = fact.cut(dimension, ask);
  if (cut) return cut;
  throw new Refusal("invalid", `The pipeline cannot be broken down by “${dimension}”.`, {
    fix: "Ask for the dimensions with `quarterdeck measures`.",
  });
}

/** The first day of which the replica knows anything, in the workspace's zone; null where it is empty. */
export async function earliestDay(
  replica: Replica,
  workspaceId: string,
  timeZone: string,
): Promise<string | null> {
  const [row] = await replica.ask(
    workspaceId,
    duck`SELECT CAST(CAST(timezone(${timeZone}, timezone('UTC', min(valid_from))) AS DATE) AS VARCHAR) AS day FROM opportunity_state`,
  );
  return row?.day ? String(row.day) : null;
}

/** How much of what held at an instant rests on dates alone, because the source kept no history. */
export async function inferredShare(replica: Replica, workspaceId: string, ask: FactAsk) {
  const [row] = await replica.ask(
    workspaceId,
    duck`SELECT count(*)::INTEGER AS all_rows, count(*) FILTER (WHERE s.basis = 'inferred')::INTEGER AS inferred
      FROM opportunity_state s WHERE ${stateAt("s", duck`CAST(${ask.instant} AS TIMESTAMP)`)} AND s.status = 'open'`,
  );
  return { all: Number(row?.all_rows ?? 0), inferred: Number(row?.inferred ?? 0) };
}
