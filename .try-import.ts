import { sql } from "/work/main/node_modules/kysely/dist/index.js";
import { planImport } from "/work/main/src/crm/imports/mapping/plan-import.ts";
import { filesAt } from "/work/main/src/crm/imports/reading/folder.ts";
import { runImport } from "/work/main/src/crm/imports/running/run-import.ts";
import { newId, fixedClock } from "/work/main/src/base/kernel/index.ts";
import { freshDatabase } from "/work/main/test/database.ts";
import { writeAs } from "/work/main/src/base/platform/db/index.ts";
const clock = fixedClock(Temporal.Instant.from("2026-11-01T10:00:00Z"));
for (const d of process.argv.slice(2)) {
  const { tables } = await filesAt("/work/shared/data/" + d);
  const database = await freshDatabase();
  const db = database.db;
  const ws = newId(clock);
  await sql`insert into base.workspace (workspace_id, name, currency, time_zone) values (${ws}::uuid, 'T', 'USD', 'UTC')`.execute(db);
  for (let round = 0; round < 2; round++) {
    let t=performance.now();
    const plan = await planImport(tables, {}, { currency: "USD", timeZone: "UTC" });
    console.log("plan", Math.round(performance.now()-t));
    const id = newId(clock);
    await sql`insert into crm.import_run (workspace_id, id, source, label, mapping, state, requested_by, created_at) values (${ws}::uuid, ${id}::uuid, 'x','x','{}','running','me', now())`.execute(db);
    t=performance.now();
    const before = (await sql`select count(*) n from base.change`.execute(db)).rows[0];
    const result = await runImport({ db, clock, workspaceId: ws, importId: id, author: { authorId: null, author: "T" }, plan, files: tables, importedAt: clock.now() });
    console.log(d, "round", round, Math.round(performance.now()-t), "ms", before, (await sql`select count(*) n from base.change`.execute(db)).rows[0]);
    for (const f of result.files) console.log(" ", JSON.stringify(f));
    console.log(result.warnings, result.notUnderstood);
  }
  console.log((await sql`select status, count(*), sum(amount_minor) from crm.opportunity group by 1`.execute(db)).rows);
  console.log((await sql`select count(*) n, count(distinct opportunity_id) o, sum(amount_minor) from crm.opportunity_interval where valid_from < '2017-04-01' and (valid_to is null or valid_to >= '2017-04-01') and status='open'`.execute(db)).rows);
  console.log((await sql`select basis, status, count(*) from crm.opportunity_version where superseded_at is null group by 1,2`.execute(db)).rows);
  console.log((await sql`select field, reason, count(*) from crm.import_reject group by 1,2 order by 3 desc limit 5`.execute(db)).rows);
  console.log((await sql`select (select count(*) from people.person) p, (select count(*) from people.reporting_line) l, (select count(*) from people.team_membership) m, (select count(*) from people.team) t, (select count(*) from crm.account) a, (select count(*) from crm.account where parent_id is not null) ap, (select count(*) from crm.product) pr, (select count(*) from crm.activity) ac, (select count(*) from crm.contact) c`.execute(db)).rows);
  await database.close();
}
