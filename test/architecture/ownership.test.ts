import { expect, test } from "vitest";
import { storesKeepToTheirSchema } from "./ownership.ts";
import { planted } from "./source.ts";

const store = "src/crm/accounts/store.ts";

test.each([
  [
    "an insert into the left",
    `db.insertInto("people.person").values({});`,
    "writes people.person: a store writes only crm.*.",
  ],
  [
    "an update to the right",
    `db.updateTable("plan.target as t").set({});`,
    "writes plan.target: a store writes only crm.*.",
  ],
  ["a delete in base", `db.deleteFrom("base.change");`, "writes base.change: a store writes only crm.*."],
  [
    "a workspace written by others than people",
    `db.updateTable("base.workspace");`,
    "writes base.workspace: a store writes only crm.*.",
  ],
  [
    "an insert as text",
    "sql`INSERT INTO people.team (id) VALUES (1)`;",
    "writes people.team: a store writes only crm.*.",
  ],
  [
    "an update as text",
    "sql`update base.change set source = 'x'`;",
    "writes base.change: a store writes only crm.*.",
  ],
  [
    "a read to the right",
    `db.selectFrom("plan.target");`,
    "reads plan.target, which stands to the right of crm.",
  ],
  [
    "a join to the right",
    `db.selectFrom("crm.account as a").leftJoin("run.forecast as f", "f.id", "a.id");`,
    "reads run.forecast, which stands to the right of crm.",
  ],
  [
    "one of several tables",
    `db.selectFrom(["crm.account", "pay.statement"]);`,
    "reads pay.statement, which stands to the right of crm.",
  ],
  [
    "a read to the right as text",
    "sql`select 1 from crm.account a join plan.cost c using (id)`;",
    "reads plan.cost, which stands to the right of crm.",
  ],
])("%s is caught", (_, text, problem) => {
  expect(storesKeepToTheirSchema(planted({ [store]: text }))).toEqual([`${store}:1 ${problem}`]);
});

test("own writes, reads to the left and what base has lent are right", () => {
  const sources = planted({
    [store]: `db.insertInto("crm.account"); db.selectFrom("crm.account as plan").innerJoin("people.person as p", "p.id", "plan.id").select("plan.id"); sql\`delete from crm.account\`; sql\`select plan.id from base.change\`;`,
    "src/people/workspace/store.ts": `db.updateTable("base.workspace"); db.insertInto("base.exchange_rate");`,
    "src/crm/accounts/accounts.test.ts": `db.insertInto("people.person");`,
  });
  expect(storesKeepToTheirSchema(sources)).toEqual([]);
});
