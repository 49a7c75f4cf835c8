/** How long the replica takes to be made from the record, to take in changes, and to find that there are none. */
import { sql } from "kysely";
import { openCompany, say, sizeAsked, took, usually } from "./company.ts";

const company = await openCompany(sizeAsked());
const { replica, workspaceId, services, size } = company;
try {
  const making = await took(() => replica.rebuild(workspaceId));
  say("replica made from the record", making, `${Math.round((size / making) * 1000)} opportunities a second`);
  say("replica finds nothing new", await usually(() => replica.catchUp(workspaceId)));
  for (const changed of [1, 100, 1_000].filter((one) => one <= size)) {
    const change = () =>
      sql`update crm.opportunity set amount_minor = coalesce(amount_minor, 0) + 1, true_since = now() where workspace_id = ${workspaceId}::uuid
        and id in (select id from crm.opportunity where workspace_id = ${workspaceId}::uuid limit ${changed})`.execute(
        services.database.db,
      );
    const times: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await change();
      times.push(await took(() => replica.catchUp(workspaceId)));
    }
    say(`replica takes in ${changed} changed`, times.sort((a, b) => a - b)[1] ?? 0);
  }
} finally {
  await company.close();
}
