/** What the replica knows of the open pipeline besides its figures: on what it rests. */
import { duck, type FactAsk, type Replica } from "#base/platform";
import { stateAt } from "#crm";

/** How much of what held at an instant rests on dates alone, because the source kept no history. */
export async function inferredShare(replica: Replica, workspaceId: string, ask: FactAsk) {
  const [row] = await replica.ask(
    workspaceId,
    duck`SELECT count(*)::INTEGER AS all_rows, count(*) FILTER (WHERE s.basis = 'inferred')::INTEGER AS inferred
      FROM opportunity_state s WHERE ${stateAt("s", duck`CAST(${ask.instant} AS TIMESTAMP)`)} AND s.status = 'open'`,
  );
  return { all: Number(row?.all_rows ?? 0), inferred: Number(row?.inferred ?? 0) };
}
