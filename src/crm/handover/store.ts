/** Open work: what has somebody as its owner and is neither closed, done nor removed. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Chosen, WorkNoun } from "./open-work.ts";

const atMost = 1000;

/** Where the owner of each kind of record stands, what is open of it, and what its name is. */
const tables = {
  opportunity: {
    table: "crm.opportunity",
    owner: sql`r.owner_id`,
    set: sql`owner_id`,
    open: sql`r.status = 'open'`,
  },
  account: { table: "crm.account", owner: sql`r.owner_id`, set: sql`owner_id`, open: sql`true` },
  contact: { table: "crm.contact", owner: sql`r.owner_id`, set: sql`owner_id`, open: sql`true` },
  activity: {
    table: "crm.activity",
    owner: sql`r.person_id`,
    set: sql`person_id`,
    open: sql`r.done_at is null`,
  },
} as const;

/** The condition that a record `r` is somebody's open work. */
function ofPerson(noun: WorkNoun, workspaceId: string, personId: string) {
  const { owner, open } = tables[noun];
  return sql`r.workspace_id = ${workspaceId}::uuid and ${owner} = ${personId}::uuid and ${open} and r.removed_at is null`;
}

/** The ids of all that is somebody's open work, held until the transaction ends. */
export async function holdOpenWork(db: Db, workspaceId: string, personId: string): Promise<Chosen> {
  const held = async (noun: WorkNoun): Promise<string[]> => {
    const found = await sql<{ id: string }>`
      select r.id from ${sql.table(tables[noun].table)} as r where ${ofPerson(noun, workspaceId, personId)}
      order by r.id for no key update`.execute(db);
    return found.rows.map(({ id }) => id);
  };
  return {
    opportunity: await held("opportunity"),
    account: await held("account"),
    contact: await held("contact"),
    activity: await held("activity"),
  };
}

/** Gives records to another owner; the database adds their versions and history. */
export async function storeOwner(
  db: Db,
  workspaceId: string,
  noun: WorkNoun,
  ids: readonly string[],
  toId: string,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update ${sql.table(tables[noun].table)} set ${tables[noun].set} = ${toId}::uuid, true_since = base.moment()
    where workspace_id = ${workspaceId}::uuid and id = any (${ids}::uuid[])`.execute(db);
}

/** Those of some opportunities in which somebody has a share. */
export async function sharedBy(
  db: Db,
  workspaceId: string,
  personId: string,
  opportunityIds: readonly string[],
): Promise<string[]> {
  if (opportunityIds.length === 0) return [];
  const found = await sql<{ id: string }>`
    select s.opportunity_id as id from crm.opportunity_split s where s.workspace_id = ${workspaceId}::uuid
      and s.person_id = ${personId}::uuid and s.opportunity_id = any (${opportunityIds}::uuid[])
    order by s.opportunity_id`.execute(db);
  return found.rows.map(({ id }) => id);
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface WithAccount extends Named {
  readonly accountId: string | null;
  readonly accountName: string | null;
}
interface Listed<Row> {
  readonly count: number;
  readonly rows: readonly Row[];
}

async function counted<Row>(found: Promise<{ rows: (Row & { count: number })[] }>): Promise<Listed<Row>> {
  const { rows } = await found;
  return { count: rows[0]?.count ?? 0, rows };
}

const account = sql`left join crm.account a on a.workspace_id = r.workspace_id and a.id = r.account_id`;
const accountOf = sql`a.id as "accountId", a.name as "accountName"`;

/** Somebody's open opportunities, those that close first on top. */
export const openOpportunities = (db: Db, workspaceId: string, personId: string) =>
  counted(
    sql<
      WithAccount & {
        amountMinor: bigint | null;
        currency: string;
        closeOn: Temporal.PlainDate | null;
        count: number;
      }
    >`select r.id, r.name, ${accountOf}, r.amount_minor as "amountMinor", r.currency, r.close_on as "closeOn",
        count(*) over ()::integer as count
      from crm.opportunity r ${account} where ${ofPerson("opportunity", workspaceId, personId)}
      order by r.close_on nulls last, r.name, r.id limit ${atMost}`.execute(db),
  );

/** What somebody's open opportunities add up to, by currency. */
export async function openAmounts(db: Db, workspaceId: string, personId: string) {
  const found = await sql<{ amountMinor: string; currency: string }>`
    select sum(r.amount_minor)::text as "amountMinor", r.currency from crm.opportunity r
    where ${ofPerson("opportunity", workspaceId, personId)} and r.amount_minor is not null
    group by r.currency order by r.currency`.execute(db);
  return found.rows.map(({ amountMinor, currency }) => ({ amountMinor: BigInt(amountMinor), currency }));
}

export const openAccounts = (db: Db, workspaceId: string, personId: string) =>
  counted(
    sql<Named & { count: number }>`select r.id, r.name, count(*) over ()::integer as count from crm.account r
      where ${ofPerson("account", workspaceId, personId)} order by r.name, r.id limit ${atMost}`.execute(db),
  );

export const openContacts = (db: Db, workspaceId: string, personId: string) =>
  counted(
    sql<WithAccount & { count: number }>`
      select r.id, r.name, ${accountOf}, count(*) over ()::integer as count from crm.contact r ${account}
      where ${ofPerson("contact", workspaceId, personId)} order by r.name, r.id limit ${atMost}`.execute(db),
  );

/** Somebody's activities that are not done, the earliest due on top. */
export const openActivities = (db: Db, workspaceId: string, personId: string) =>
  counted(
    sql<Named & { dueAt: Temporal.Instant | null; count: number }>`
      select r.id, r.subject as name, r.due_at as "dueAt", count(*) over ()::integer as count from crm.activity r
      where ${ofPerson("activity", workspaceId, personId)} order by r.due_at nulls last, r.id limit ${atMost}`.execute(
      db,
    ),
  );
