/** The people because of whom a record can be seen, and by which deed: in words what visibility.ts says as rules. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#base/platform";
import type { SeenThrough } from "#people";
import type { seenNouns } from "./contract.ts";

export type SeenNoun = (typeof seenNouns)[number];

interface Asked {
  readonly workspaceId: string;
  readonly id: string;
  /** Owners are those at this moment. */
  readonly instant: Temporal.Instant;
}

/** What a record of crm said in one of its fields at a moment, by its history; before its history begins, nothing. */
const heldThen = (
  table: string,
  record: RawBuilder<unknown>,
  field: string,
  { workspaceId, instant }: Asked,
) => sql<string | null>`(select change.fields -> ${field} ->> 1 from base.change as change
    where change.workspace_id = ${workspaceId} and change.record_id = ${record} and change.noun = ${table}
      and change.fields ? ${field}::text and change.true_since <= ${instant}
    order by change.true_since desc, change.change_no desc limit 1)::uuid`;

async function run(db: Db, query: RawBuilder<SeenThrough>): Promise<SeenThrough[]> {
  return (await query.execute(db)).rows;
}

/** The name of a record, or undefined where there is none. */
export async function nameOf(
  db: Db,
  { workspaceId, id }: Asked,
  noun: SeenNoun,
): Promise<string | undefined> {
  const name = noun === "activity" ? sql`subject` : sql`name`;
  const { rows } = await sql<{ name: string }>`select ${name} as name from ${sql.table(`crm.${noun}`)}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0]?.name;
}

/** Who owns an opportunity and who has a share in it. */
function ofOpportunities(
  db: Db,
  asked: Asked,
  which: RawBuilder<unknown>,
  deed: (said: string) => RawBuilder<unknown>,
) {
  return run(
    db,
    sql`select person.id as "personId", person.name, ways.deed from (
      select ${heldThen("crm.opportunity", sql`o.id`, "owner_id", asked)} as person_id, ${deed("owns")} as deed, 1 as rank, o.id
      from crm.opportunity as o where o.workspace_id = ${asked.workspaceId} and ${which}
      union all
      select split.person_id, ${deed("has a share in")}, 2, o.id
      from crm.opportunity as o join crm.opportunity_split as split
        on split.workspace_id = o.workspace_id and split.opportunity_id = o.id
      where o.workspace_id = ${asked.workspaceId} and ${which}
    ) as ways join people.person as person on person.workspace_id = ${asked.workspaceId} and person.id = ways.person_id
    order by ways.rank, ways.deed, person.name limit 500`,
  );
}

const onIt = (said: string) => sql`${`${said} `}::text || o.name || ${", an opportunity on it"}`;

function owner(
  db: Db,
  asked: Asked,
  table: "crm.account" | "crm.contact" | "crm.activity",
  id: string,
  deed: string,
) {
  const field = table === "crm.activity" ? "person_id" : "owner_id";
  return run(
    db,
    sql`select person.id as "personId", person.name, ${deed}::text as deed from people.person as person
      where person.workspace_id = ${asked.workspaceId} and person.id = ${heldThen(table, sql`${id}::uuid`, field, asked)}`,
  );
}

async function ofAccount(db: Db, asked: Asked, id: string, deed: string): Promise<SeenThrough[]> {
  return [
    ...(await owner(db, asked, "crm.account", id, deed)),
    ...(await ofOpportunities(
      db,
      asked,
      sql`${heldThen("crm.opportunity", sql`o.id`, "account_id", asked)} = ${id}::uuid`,
      onIt,
    )),
  ];
}

async function ofContact(db: Db, asked: Asked, id: string, deed: string): Promise<SeenThrough[]> {
  const { rows } = await sql<{ account: string | null }>`
    select ${heldThen("crm.contact", sql`${id}::uuid`, "account_id", asked)} as account`.execute(db);
  const account = rows[0]?.account ?? null;
  return [
    ...(await owner(db, asked, "crm.contact", id, deed)),
    ...(account === null ? [] : await ofAccount(db, asked, account, "owns its account")),
    ...(await ofOpportunities(
      db,
      asked,
      sql`exists (select from crm.opportunity_contact as part
        where part.workspace_id = o.workspace_id and part.opportunity_id = o.id and part.contact_id = ${id})`,
      (said) => sql`${`${said} `}::text || o.name || ${", in which it has a part"}`,
    )),
  ];
}

async function ofActivity(db: Db, asked: Asked): Promise<SeenThrough[]> {
  const { rows } = await sql<Record<"opportunity" | "account" | "contact", string | null>>`
    select opportunity_id as opportunity, account_id as account, contact_id as contact from crm.activity
    where workspace_id = ${asked.workspaceId} and id = ${asked.id}`.execute(db);
  const { opportunity = null, account = null, contact = null } = rows[0] ?? {};
  const own = await owner(db, asked, "crm.activity", asked.id, "has it to do or did it");
  if (opportunity !== null) {
    const about = (said: string) => sql`${`${said} `}::text || o.name || ${", which it is about"}`;
    return [...own, ...(await ofOpportunities(db, asked, sql`o.id = ${opportunity}`, about))];
  }
  if (account !== null)
    return [...own, ...(await ofAccount(db, asked, account, "owns the account that it is about"))];
  if (contact === null) return own;
  return [...own, ...(await ofContact(db, asked, contact, "owns the contact that it is about"))];
}

/** Everybody because of whom a record can be seen, the nearest way first. */
export async function waysToSee(db: Db, asked: Asked, noun: SeenNoun): Promise<SeenThrough[]> {
  switch (noun) {
    case "opportunity":
      return ofOpportunities(db, asked, sql`o.id = ${asked.id}`, (said) => sql`${`${said} it`}::text`);
    case "account":
      return ofAccount(db, asked, asked.id, "owns it");
    case "contact":
      return ofContact(db, asked, asked.id, "owns it");
    case "activity":
      return ofActivity(db, asked);
  }
}
