import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, type Db, sightOf, writeAs } from "#base/platform";
import { foundTestWorkspace } from "../../../test/client.ts";
import { type Listed, listedClock, listedOpportunities } from "../../../test/listed.ts";
import { createField, removeField } from "../fields/contract.ts";
import { changeView as change, saveView, type ViewCall, viewsFor } from "./actions.ts";
import * as contract from "./contract.ts";

let listed: Listed;
beforeAll(async () => {
  listed = await listedOpportunities();
});
afterAll(() => listed.desk.close());

const parts = {
  filter: "status.one-of(open)",
  sort: "-amount",
  group: "stage",
  columns: "name:280:pinned,amount",
};
const save = (name: string, more: object = {}) =>
  listed.desk.call(contract.createView, { body: { noun: "opportunity", name, ...parts, ...more } });
const names = async () =>
  (await listed.desk.call(contract.getViews, { query: { noun: "opportunity" } })).items.map(
    ({ name }) => name,
  );

test("a view is saved as its list writes it, changed, shared, removed and taken back", async () => {
  const saved = await save(" My week ");
  expect(saved).toMatchObject({
    version: 1,
    name: "My week",
    filter: "and(status.one-of(open))",
    mine: true,
    shared: false,
    changeable: true,
  });
  const params = { id: saved.id };
  const shared = await listed.desk.call(contract.changeView, {
    params,
    ifMatch: 1,
    body: { shared: true, sort: "closeOn" },
  });
  expect(shared).toMatchObject({ version: 2, shared: true, sort: "closeOn", filter: saved.filter });
  expect(await listed.desk.call(contract.removeView, { params, ifMatch: 2 })).toEqual({
    id: saved.id,
    version: 3,
  });
  expect(await names()).not.toContain("My week");
  const back = await listed.desk.call(contract.takeBackView, { params, ifMatch: 3 });
  expect(back).toEqual({ ...shared, version: 4 });
  expect(await names()).toContain("My week");
  await expect(
    listed.desk.call(contract.changeView, { params, ifMatch: 3, body: { name: "Late" } }),
  ).rejects.toMatchObject({ problem: { status: 412, currentVersion: 4 } });
});

test.each([
  [{ filter: "size.more(1)" }, "filter"],
  [{ sort: "size" }, "sort"],
  [{ group: "name" }, "group"],
  [{ columns: "name,size" }, "columns"],
  [{ columns: "name,name" }, "columns"],
])("a view with %j is refused by its field", async (wrong, field) => {
  await expect(save("Wrong", wrong)).rejects.toMatchObject({ problem: { status: 422, fields: [{ field }] } });
});

test("two views of one's own are not called alike, but one's own and a shared one may be", async () => {
  await save("Twice");
  await expect(save("twice ")).rejects.toMatchObject({ problem: { fields: [{ field: "name" }] } });
  await save("Twice", { shared: true });
  await expect(save("TWICE", { shared: true })).rejects.toMatchObject({
    problem: { fields: [{ field: "name" }] },
  });
});

test("a view outlives a custom field that it shows, as saved", async () => {
  const field = await listed.desk.call(createField, {
    body: { noun: "opportunity", key: "size", label: "Size", type: "number" },
  });
  const saved = await save("By size", { sort: "-custom.size", columns: "name,custom.size" });
  await listed.desk.call(removeField, { params: { id: field.id }, ifMatch: 1 });
  const { items } = await listed.desk.call(contract.getViews, { query: { noun: "opportunity" } });
  expect(items.find(({ id }) => id === saved.id)).toMatchObject({ columns: "name,custom.size" });
});

/** Does something as one of the people. */
async function as<T>(name: string, work: (call: ViewCall) => Promise<T>): Promise<T> {
  const { workspaceId, services } = listed.desk;
  const personId = listed.ids[name] ?? null;
  const actor: Actor = { workspaceId, personId, name, role: "command-line" };
  const author = { workspaceId, authorId: personId, author: name, source: "app" };
  return writeAs(services.database.db as Db, author, services.clock, (db) =>
    work({ db, sight: sightOf(actor, "views.write"), actor, author, services }),
  );
}

test("one's own views are nobody else's to see or change, and shared ones are everybody's to see", async () => {
  const given = { noun: "opportunity" as const, ...parts };
  const own = await as("Ines Berg", (call) => saveView(call, { ...given, name: "Ines's", shared: false }));
  await as("Ines Berg", (call) => saveView(call, { ...given, name: "For all", shared: true }));
  const seen = async (name: string) =>
    (await as(name, (call) => viewsFor(call, "opportunity"))).map((one) => one.name);
  expect(await seen("Ines Berg")).toEqual(expect.arrayContaining(["For all", "Ines's"]));
  expect(await seen("Odd Lund")).not.toContain("Ines's");
  expect(await seen("Odd Lund")).toContain("For all");
  await expect(as("Odd Lund", (call) => change(call, own.id, 1, { name: "Odd's" }))).rejects.toThrow(
    "There is no such record.",
  );
});

test("another workspace's views are not there", async () => {
  const workspaceId = await foundTestWorkspace(listed.desk.database, listedClock, "Other company");
  const saved = await save("Only here", { shared: true });
  const theirs = await listed.desk.call(contract.getViews, { query: { noun: "opportunity" }, workspaceId });
  expect(theirs.items).toEqual([]);
  await expect(
    listed.desk.call(contract.removeView, { params: { id: saved.id }, ifMatch: 1, workspaceId }),
  ).rejects.toMatchObject({ problem: { status: 404 } });
});
