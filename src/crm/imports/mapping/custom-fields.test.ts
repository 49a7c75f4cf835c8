/** Custom fields that an import makes: their types by the values, by a person, and by what is there already. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { endOfRun } from "../actions.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

type Columns = NonNullable<
  NonNullable<NonNullable<contract.ImportOptionsIn["mapping"]>["files"]>[string]["columns"]
>;

async function planned(text: string, columns: Columns = {}) {
  const options = { mapping: { files: { "accounts.csv": { columns } } } };
  const { id } = await desk.call(contract.createImport, { body: { label: "test", options } });
  await desk.upload(contract.putImportFile, { params: { id, name: "accounts.csv" } }, Buffer.from(text));
  return { id, plan: await desk.call(contract.planOfImport, { params: { id }, body: {} }) };
}

async function imported(text: string, columns: Columns = {}) {
  const { id, plan } = await planned(text, columns);
  await desk.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  return { plan, end: await desk.call(contract.getImport, { params: { id } }) };
}

async function rowsOf(query: string): Promise<unknown[]> {
  return (await sql.raw<object>(query.replaceAll("$ws", `'${desk.workspaceId}'`)).execute(desk.database.db))
    .rows;
}

const head = "Company,Industry,Tier";

test("a person's word on the type and the name of a custom field stands above the values", async () => {
  const { end } = await imported(`${head},Since\nAcme,steel,1,2020\nBolt,tin,2,x\n`, {
    Tier: { custom: "choice", label: "Account tier" },
    Since: "custom:number",
  });
  expect(end.rejects.sample.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [3, "Since", "It is not a number."],
  ]);
  expect(
    await rowsOf(
      "select key, label, type, options from crm.custom_field where workspace_id = $ws order by key",
    ),
  ).toEqual([
    { key: "account_tier", label: "Account tier", type: "choice", options: ["1", "2"] },
    { key: "since", label: "Since", type: "number", options: [] },
  ]);
  expect(await rowsOf("select name, custom from crm.account where workspace_id = $ws")).toEqual([
    { name: "Acme", custom: { account_tier: "1", since: 2020 } },
  ]);
});

test("a custom field that is there keeps its type: a later file is read by it, or refused", async () => {
  const { plan, end } = await imported(`${head},Since\nCrux,tin,3,2021\nDell,tin,3,long ago\n`, {
    Tier: { custom: "choice", label: "Account tier" },
  });
  expect(plan.files[0]?.columns.map(({ column, reason }) => [column, reason]).slice(2)).toEqual([
    ["Tier", "A custom field of this name is there already, as choice."],
    ["Since", "A custom field of this name is there already, as number."],
  ]);
  expect(end.rejects.sample.map(({ field, reason }) => [field, reason])).toEqual([
    ["Since", "It is not a number."],
  ]);
  expect(
    await rowsOf("select options from crm.custom_field where workspace_id = $ws and key = 'account_tier'"),
  ).toEqual([{ options: ["1", "2", "3"] }]);
  await expect(planned(`${head},Since\nEcho,tin,4,2021\n`, { Since: "custom:text" })).rejects.toMatchObject({
    problem: {
      status: 422,
      fields: [
        {
          field: "accounts.csv, Since",
          message:
            "The custom field since is there already, as number; it keeps its type. Give it another name (label), or leave the type out.",
        },
      ],
    },
  });
});
