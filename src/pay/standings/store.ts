import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { PayRecord, PaySaid } from "./pay-record.ts";

function records(db: Db, workspaceId: string) {
  return db
    .selectFrom("pay.person_pay as r")
    .innerJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "r.workspace_id").onRef("p.id", "=", "r.person_id"),
    )
    .select(["r.id", "r.version", "r.person_id as personId", "p.name as personName"])
    .select(["r.starts_on as startsOn", "r.role_key as roleKey", "r.role_name as roleName"])
    .select(["r.level", "r.location", "r.currency"])
    .select(["r.base_minor as baseMinor", "r.bonus_minor as bonusMinor"])
    .where("r.workspace_id", "=", workspaceId)
    .where("r.removed_at", "is", null);
}

/** The pay records of those who were not removed, by name and first day. */
export async function listPay(db: Db, sight: Sight): Promise<PayRecord[]> {
  const query = records(db, sight.workspaceId).where("p.removed_at", "is", null);
  return query.orderBy("p.name").orderBy("r.person_id").orderBy("r.starts_on").execute();
}

/** One person's pay records by first day. */
export async function listPayOf(db: Db, workspaceId: string, personId: string): Promise<PayRecord[]> {
  return records(db, workspaceId).where("r.person_id", "=", personId).orderBy("r.starts_on").execute();
}

/** One pay record, held until the transaction ends. */
export async function holdPay(db: Db, workspaceId: string, id: string): Promise<PayRecord | undefined> {
  return records(db, workspaceId).where("r.id", "=", id).forNoKeyUpdate("r").executeTakeFirst();
}

const columnsOf = (said: PaySaid) => ({
  starts_on: said.startsOn,
  role_key: said.roleKey,
  role_name: said.roleName,
  level: said.level,
  location: said.location,
  base_minor: said.baseMinor,
  bonus_minor: said.bonusMinor,
  currency: said.currency,
});

export async function insertPay(
  db: Db,
  workspaceId: string,
  { id, personId, ...said }: PaySaid & { readonly id: string; readonly personId: string },
): Promise<void> {
  await db
    .insertInto("pay.person_pay")
    .values({ workspace_id: workspaceId, id, person_id: personId, ...columnsOf(said) })
    .execute();
}

export async function storePay(db: Db, workspaceId: string, id: string, said: PaySaid): Promise<void> {
  await db
    .updateTable("pay.person_pay")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks a pay record as removed and gives its new version. */
export async function markPayRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("pay.person_pay")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
