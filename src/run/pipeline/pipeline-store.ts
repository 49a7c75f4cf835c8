/** What the replica knows of the open pipeline besides its figures: since when. */
import { duck, type Replica } from "#base/platform";

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
