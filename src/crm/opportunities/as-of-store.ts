/** Opportunities as they stood at the end of a day, for lists behind figures. */
import { duck, type FactAsk, type Fragment, type Replica, raw, type Sight } from "#base/platform";
import { opportunityFact } from "./facts-store.ts";

export interface OpportunityAsOf {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly person: string | null;
  readonly pipeline: string | null;
  readonly stage: string | null;
  readonly status: string;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly createdOn: string | null;
  readonly closeOn: string | null;
  /** Days in the present stage; null where the stage is not known. */
  readonly daysInStage: number | null;
  /** The part it plays in the figure asked about; empty in plain lists. */
  readonly part: string;
}

/** What a viewer may see of the opportunities at the end of the day asked about. */
export function opportunitiesAsOf(replica: Replica, sight: Sight, ask: FactAsk) {
  return {
    /** The opportunities that a query names (`id`, `part`), the largest first, and how many there are. */
    rows: (behind: Fragment, page: { offset: number; limit: number }) =>
      rowsOf(replica, sight, ask, behind, page),
    /** How many opportunities have an amount but no exchange rate for their day, by currency. */
    withoutRate: () => withoutRate(replica, sight, ask),
  };
}

async function rowsOf(
  replica: Replica,
  sight: Sight,
  ask: FactAsk,
  behind: Fragment,
  page: { offset: number; limit: number },
): Promise<{ rows: OpportunityAsOf[]; count: number }> {
  const from = duck`FROM (${opportunityFact.rows(ask)}) f JOIN (${behind}) behind ON behind.id = f.opportunity_id`;
  const rows = await replica.ask(
    sight.workspaceId,
    duck`SELECT ${shownColumns}, behind.part AS part ${from} ${namesJoined}
      ORDER BY f.amount DESC NULLS LAST, f.opportunity_id LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [counted] =
    rows.length > 0 || page.offset === 0
      ? rows
      : await replica.ask(sight.workspaceId, duck`SELECT count(*)::INTEGER AS count ${from}`);
  return { rows: rows.map(shownOpportunity), count: Number(counted?.count ?? 0) };
}

/** The columns of a list of opportunities, from a fact `f` with {@link namesJoined}. */
const shownColumns: Fragment =
  raw(`CAST(f.opportunity_id AS VARCHAR) AS id, coalesce(f.name, 'Deleted opportunity') AS name,
  n.name AS account, p.name AS person, l.name AS pipeline, g.name AS stage, f.status, f.amount_minor, f.currency,
  CAST(f.created_on AS VARCHAR) AS created_on, CAST(f.close_on AS VARCHAR) AS close_on, f.days_in_stage,
  count(*) OVER ()::INTEGER AS count`);

const namesJoined: Fragment = raw(`LEFT JOIN account n ON n.account_id = f.account_id
  LEFT JOIN person p ON p.person_id = f.owner_id LEFT JOIN pipeline l ON l.pipeline_id = f.pipeline_id
  LEFT JOIN stage g ON g.stage_id = f.stage_id`);

/** A row of {@link shownColumns} as an opportunity. */
function shownOpportunity(row: Awaited<ReturnType<Replica["ask"]>>[number]): OpportunityAsOf {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    id: String(row.id),
    name: String(row.name),
    account: text(row.account),
    person: text(row.person),
    pipeline: text(row.pipeline),
    stage: text(row.stage),
    status: String(row.status),
    amountMinor: row.amount_minor === null ? null : BigInt(row.amount_minor ?? 0),
    currency: String(row.currency),
    createdOn: text(row.created_on),
    closeOn: text(row.close_on),
    daysInStage: row.days_in_stage === null ? null : Number(row.days_in_stage),
    part: text(row.part) ?? "",
  };
}

async function withoutRate(replica: Replica, sight: Sight, ask: FactAsk) {
  const rows = await replica.ask(
    sight.workspaceId,
    duck`SELECT currency, count(*)::INTEGER AS count FROM (${opportunityFact.rows(ask)})
      WHERE amount IS NULL AND amount_minor IS NOT NULL GROUP BY currency ORDER BY currency`,
  );
  return rows.map((row) => ({ currency: String(row.currency), count: Number(row.count) }));
}
