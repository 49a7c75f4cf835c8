/** Changes, adds and takes away what a principal does not see, at random. */
import { sql } from "kysely";
import type { Random } from "#base/kernel";
import type { Db } from "#base/platform";
import type { eyesOf } from "./oracle.ts";
import {
  accounts,
  activities,
  contacts,
  idOf,
  opportunities,
  people,
  targets,
  workspaceId,
} from "./world.ts";

type Eyes = ReturnType<typeof eyesOf>;

/** Gives how many records were touched. New ones belong to nobody, whom no narrowed seat reaches. */
export async function changeUnseen(db: Db, eyes: Eyes, random: Random): Promise<number> {
  let touched = 0;
  const some = (chance: number) => random() < chance;
  const unseen = (of: readonly { readonly number: number }[], seen: readonly number[]) =>
    of.map(({ number }) => number).filter((number) => !seen.includes(number));
  const text = () => `Other ${Math.floor(random() * 1e9)}`;

  for (const number of unseen(opportunities, eyes.anyOpportunity)) {
    const where = [workspaceId, idOf("opportunity", number)] as const;
    await sql`update crm.opportunity set name = ${text()}, amount_minor = ${Math.floor(random() * 1e9)},
      close_on = date '2026-01-01' + ${Math.floor(random() * 700)}::integer, lead_source = ${text()}
      where workspace_id = ${where[0]} and id = ${where[1]}`.execute(db);
    if (some(0.3))
      await sql`update crm.opportunity set status = 'won', stage_id = ${idOf("stage", 2)}
      where workspace_id = ${where[0]} and id = ${where[1]}`.execute(db);
    if (some(0.5))
      await sql`update crm.opportunity_line set amount_minor = ${Math.floor(random() * 1e6)}
      where workspace_id = ${where[0]} and opportunity_id = ${where[1]}`.execute(db);
    if (some(0.2))
      await sql`delete from crm.opportunity_line
      where workspace_id = ${where[0]} and opportunity_id = ${where[1]}`.execute(db);
    touched += 1;
  }
  for (const number of unseen(accounts, eyes.account)) {
    await sql`update crm.account set name = ${text()}, industry = ${text()}, domain = ${`other${number}.example`}
      where workspace_id = ${workspaceId} and id = ${idOf("account", number)}`.execute(db);
    touched += 1;
  }
  for (const number of unseen(contacts, eyes.contact)) {
    await sql`update crm.contact set name = ${text()}, email = ${`c${number}@other.example`}
      where workspace_id = ${workspaceId} and id = ${idOf("contact", number)}`.execute(db);
    touched += 1;
  }
  for (const number of unseen(activities, eyes.activity)) {
    await sql`update crm.activity set subject = ${text()}, done_at = ${"2026-03-09T10:00:00Z"}
      where workspace_id = ${workspaceId} and id = ${idOf("activity", number)}`.execute(db);
    touched += 1;
  }
  for (const number of unseen(targets, eyes.target)) {
    await sql`update plan.target set amount_minor = ${Math.floor(random() * 1e9)}
      where workspace_id = ${workspaceId} and id = ${idOf("target", number)}`.execute(db);
    touched += 1;
  }
  return touched + (await addForNobody(db, random, text));
}

async function addForNobody(db: Db, random: Random, text: () => string): Promise<number> {
  const fresh = () => idOf("share", Math.floor(random() * 1e9) + 1000);
  const [account, opportunity] = [fresh(), fresh()];
  await sql`insert into crm.account (workspace_id, id, name) values (${workspaceId}, ${account}, ${text()})`.execute(
    db,
  );
  await sql`insert into crm.opportunity (workspace_id, id, name, pipeline_id, stage_id, currency, amount_minor, close_on, account_id)
    values (${workspaceId}, ${opportunity}, ${text()}, ${idOf("pipeline", 1)}, ${idOf("stage", 1)}, 'USD',
      ${Math.floor(random() * 1e9)}, '2026-03-20', ${account})`.execute(db);
  await sql`insert into crm.contact (workspace_id, id, name, account_id)
    values (${workspaceId}, ${fresh()}, ${text()}, ${account})`.execute(db);
  await sql`insert into crm.activity (workspace_id, id, kind, subject, opportunity_id)
    values (${workspaceId}, ${fresh()}, 'note', ${text()}, ${opportunity})`.execute(db);
  await sql`insert into plan.cost (workspace_id, id, category, starts_on, ends_on, amount_minor, currency)
    values (${workspaceId}, ${fresh()}, 'sales', '2026-01-01', '2026-04-01', ${Math.floor(random() * 1e9)}, 'USD')`.execute(
    db,
  );
  await sql`insert into crm.saved_view (workspace_id, id, noun, name, person_id, filter, sort, grouping, columns)
    values (${workspaceId}, ${fresh()}, 'opportunity', ${text()}, ${idOf("person", people.length)}, 'none', 'none', 'none', 'name')`.execute(
    db,
  );
  return 6;
}
