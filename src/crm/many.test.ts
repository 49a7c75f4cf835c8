/** Many records in one call: each row by itself, all in one transaction, and the same call twice is one. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { systemClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../test/client.ts";
import { accountRoutes } from "./accounts/routes.ts";
import * as contract from "./contract.ts";
import { historyRoutes } from "./history/routes.ts";

let desk: Client;
beforeAll(async () => {
  desk = await signedInClient([...accountRoutes, ...historyRoutes], {
    clock: systemClock,
  });
});
afterAll(() => desk.close());

type Rows = NonNullable<NonNullable<(typeof contract.writeAccounts)["client"]>["body"]>["rows"];
const write = (rows: Rows, more: { allOrNothing?: boolean; idempotencyKey?: string } = {}) => {
  const { allOrNothing, idempotencyKey } = more;
  return desk.call(contract.writeAccounts, {
    body: { rows, ...(allOrNothing !== undefined && { allOrNothing }) },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
};
const names = async () =>
  (await desk.call(contract.getAccounts, { query: { limit: 200 } })).items.map((one) => one.name);
const told = ({ results }: Awaited<ReturnType<typeof write>>) =>
  results.map(({ row, status, problem }) => `${row} ${status}${problem ? `: ${problem.detail}` : ""}`);
const added = async (name: string) => desk.call(contract.createAccount, { body: { name } });

test("rows are added, changed and removed, and one that is refused leaves the others alone", async () => {
  const [kept, gone] = [await added("Kept"), await added("Gone")];
  const answer = await write([
    { create: { name: "New one", country: "NO", annualRevenue: { amount: "12.50", currency: "EUR" } } },
    { create: { name: "" } },
    { change: { id: kept.id, version: 1, set: { city: "Bergen" } } },
    { change: { id: kept.id, version: 1, set: { city: "Oslo" } } },
    { remove: { id: gone.id, version: 1 } },
    { remove: { id: "00000000-0000-7000-8000-000000000000", version: 1 } },
    { create: { name: "Odd", annualRevenue: null, colour: "red" } } as never,
    { create: { name: "Twice" }, remove: { id: gone.id, version: 1 } } as never,
  ]);
  expect(told(answer)).toEqual([
    "1 created",
    "2 refused: The row does not fit: name.",
    "3 changed",
    "4 refused: Somebody changed this record in the meantime: you saw version 1, it is now at version 2.",
    "5 removed",
    "6 refused: There is no such record.",
    "7 refused: The row does not fit: colour.",
    "8 refused: The row does not say what is to be done.",
  ]);
  const { results, ...counts } = answer;
  expect(counts).toEqual({ created: 1, changed: 1, removed: 1, refused: 5, undone: 0 });
  expect(results.map((one) => one.version)).toEqual([1, null, 2, null, 2, null, null, null]);
  expect(results[3]?.problem).toMatchObject({ status: 412, currentVersion: 2 });
  expect(results[1]?.problem?.fields).toEqual([{ field: "name", message: "A name is needed." }]);
  expect(await names()).toEqual(["Kept", "New one"]);
  const changed = await desk.call(contract.getAccount, { params: { id: kept.id } });
  expect([changed.city, changed.version]).toEqual(["Bergen", 2]);
});

test("all or nothing keeps nothing when a row is refused, and says which rows were right", async () => {
  const before = await names();
  const rows: Rows = [{ create: { name: "First" } }, { create: { name: "x".repeat(301) } }];
  const answer = await write(rows, { allOrNothing: true });
  expect(told(answer)).toEqual(["1 undone", "2 refused: The row does not fit: name."]);
  expect([answer.created, answer.undone, answer.results[0]?.id]).toEqual([0, 1, null]);
  expect(await names()).toEqual(before);
  expect(told(await write(rows.slice(0, 1), { allOrNothing: true }))).toEqual(["1 created"]);
});

test("a call that is sent twice with one key is done once, and answered twice", async () => {
  const rows: Rows = Array.from({ length: 1000 }, (_, at) => ({ create: { name: `Many ${at}` } }));
  const first = await write(rows, { idempotencyKey: "thousand" });
  const second = await write(rows, { idempotencyKey: "thousand" });
  expect([first.created, second]).toEqual([1000, first]);
  const found = await sql<{ n: number }>`select count(*)::int as n from crm.account
    where workspace_id = ${desk.workspaceId}::uuid and name like 'Many %'`.execute(desk.database.db);
  expect(found.rows).toEqual([{ n: 1000 }]);
  const refused = await write([...rows, ...rows.slice(0, 1)]).catch((no: unknown) => no);
  expect(refused instanceof CallRefused && refused.problem).toMatchObject({
    status: 400,
    fields: [{ field: "rows" }],
  });
});

test("each row is in the history as if it had come alone, and another company's records are none", async () => {
  const { results } = await write([{ create: { name: "Deal" } }, { create: { name: "Deal two" } }]);
  const id = results[0]?.id ?? "";
  const { items } = await desk.call(contract.getHistory, { params: { noun: "account", id }, query: {} });
  expect(items.map((one) => one.action)).toEqual(["created"]);
  const workspaceId = await foundTestWorkspace(desk.database, systemClock, "Others");
  const other = await signedInClient(accountRoutes, { database: desk.database, workspaceId });
  const rows: Rows = [{ remove: { id, version: 1 } }, { change: { id, version: 1, set: { name: "Mine" } } }];
  const theirs = await other.call(contract.writeAccounts, { body: { rows } });
  expect(theirs.results.map((one) => one.problem?.status)).toEqual([404, 404]);
  await other.close();
});
