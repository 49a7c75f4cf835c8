/** The days of which anything is known: what the line of days in the header is drawn from. */
import { duck, type Replica } from "#base/platform";

export interface KnownDays {
  /** The day on which the first state that we know of began; null where nothing is known. */
  readonly firstOn: string | null;
  /** The day on which the last one began. */
  readonly lastOn: string | null;
}

/** The first and the last day on which an opportunity changed, in the workspace's zone. */
export async function knownDays(replica: Replica, workspaceId: string, timeZone: string): Promise<KnownDays> {
  const [row] = await replica.ask(
    workspaceId,
    duck`SELECT CAST(CAST(timezone(${timeZone}, timezone('UTC', min(valid_from))) AS DATE) AS VARCHAR) AS first_on,
      CAST(CAST(timezone(${timeZone}, timezone('UTC', max(valid_from))) AS DATE) AS VARCHAR) AS last_on
      FROM opportunity_state`,
  );
  return {
    firstOn: row?.first_on ? String(row.first_on) : null,
    lastOn: row?.last_on ? String(row.last_on) : null,
  };
}
