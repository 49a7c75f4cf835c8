/** Lists of opportunities: filtered, sorted, a page at a time. */
import { type RawBuilder, sql } from "kysely";
import { refuse } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";
import { containing } from "../record-store.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Outcome } from "./stage.ts";
import { opportunities, opportunityFrom } from "./store.ts";

export type OpportunitySort = "name" | "amount" | "close" | "created";

export interface OpportunitiesAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort: OpportunitySort;
  readonly direction: "ascending" | "descending";
  readonly status?: Outcome | undefined;
  readonly ownerId?: string | undefined;
  readonly stageId?: string | undefined;
  readonly pipelineId?: string | undefined;
  readonly accountId?: string | undefined;
  /** Part of the opportunity's or its account's name. */
  readonly search?: string | undefined;
}

const columns: Record<OpportunitySort, RawBuilder<unknown>> = {
  name: sql`lower(o.name)`,
  amount: sql`o.amount_minor`,
  close: sql`o.close_on`,
  created: sql`o.created_on`,
};
const casts: Record<OpportunitySort, RawBuilder<unknown>> = {
  name: sql`text`,
  amount: sql`bigint`,
  close: sql`date`,
  created: sql`date`,
};

/** A page of opportunities; those without the value that is sorted by come last in either direction. */
export async function listOpportunities(db: Db, sight: Sight, asked: OpportunitiesAsked) {
  let query = opportunities(db, sight.workspaceId).where("o.removed_at", "is", null);
  if (asked.status) query = query.where("o.status", "=", asked.status);
  if (asked.ownerId) query = query.where("o.owner_id", "=", asked.ownerId);
  if (asked.stageId) query = query.where("o.stage_id", "=", asked.stageId);
  if (asked.pipelineId) query = query.where("o.pipeline_id", "=", asked.pipelineId);
  if (asked.accountId) query = query.where("o.account_id", "=", asked.accountId);
  if (asked.search) {
    const part = containing(asked.search);
    query = query.where((or) => or.or([or("o.name", "ilike", part), or("a.name", "ilike", part)]));
  }
  if (asked.cursor) query = query.where(afterCursor(asked, asked.cursor));
  const column = columns[asked.sort];
  const way = asked.direction === "ascending" ? sql`asc` : sql`desc`;
  const rows = await query
    .select(sql<string | null>`${column}::text`.as("sortedBy"))
    .orderBy(sql`${column} ${way} nulls last`)
    .orderBy("o.id")
    .limit(asked.limit + 1)
    .execute();
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  const items: Opportunity[] = rows
    .slice(0, asked.limit)
    .map(({ sortedBy: _, ...row }) => opportunityFrom(row));
  return { items, nextCursor: last ? cursorText([orderOf(asked), last.sortedBy, last.id]) : null };
}

const orderOf = (asked: OpportunitiesAsked) => `${asked.sort}-${asked.direction}`;

function afterCursor(asked: OpportunitiesAsked, cursor: string): RawBuilder<boolean> {
  const [order, value, id] = cursorParts(cursor, 3);
  if (order !== orderOf(asked)) {
    refuse("invalid", "This page belongs to another order of the list.", {
      fix: "Ask for the first page again after changing the order.",
      fields: [{ field: "cursor", message: "was given for another order" }],
    });
  }
  const column = columns[asked.sort];
  if (value === null) return sql<boolean>`(${column} is null and o.id > ${id}::uuid)`;
  const beyond = asked.direction === "ascending" ? sql`>` : sql`<`;
  const here = sql`${value}::${casts[asked.sort]}`;
  return sql<boolean>`(${column} ${beyond} ${here} or ${column} is null or (${column} = ${here} and o.id > ${id}::uuid))`;
}
