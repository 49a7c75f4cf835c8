import type { Db, Ground } from "#base/platform";
import { workspaceOf } from "./actions.ts";

/** What a workspace decides about periods and money: its currency, time zone and fiscal calendar. */
export async function groundOf(db: Db, workspaceId: string): Promise<Ground> {
  const { currency, timeZone, fiscal } = await workspaceOf(db, workspaceId);
  return { workspaceId, currency, timeZone, fiscal };
}
