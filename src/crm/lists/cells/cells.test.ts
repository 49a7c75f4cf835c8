import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#people/contract";
import { foundTestWorkspace } from "../../../../test/client.ts";
import { type Listed, listedClock, listedOpportunities } from "../../../../test/listed.ts";
import { createAccount, getAccount } from "../../accounts/contract.ts";
import { createOpportunity, getOpportunity } from "../../opportunities/contract.ts";
import { changeCells, type RowChange } from "../contract.ts";

let listed: Listed;
beforeAll(async () => {
  listed = await listedOpportunities();
});
afterAll(() => listed.desk.close());

const opportunity = (name: string, more: object = {}) =>
  listed.desk.call(createOpportunity, { body: { name, amount: { amount: "10", currency: "EUR" }, ...more } });
const change = (rows: RowChange[], preview = false, noun: "opportunity" | "account" = "opportunity") =>
  listed.desk.call(changeCells, { params: { noun }, body: { rows, preview } });
const now = (id: string) => listed.desk.call(getOpportunity, { params: { id } });

describe("cells of an opportunity", () => {
  test("are changed together, each read by its kind, with before and after to put back", async () => {
    const made = await opportunity("All at once");
    const cells = {
      name: " All at once, again ",
      owner: "ines BERG",
      account: "émile & co",
      amount: "1.234,50",
      closeOn: "31 Mar 2026",
      probability: "40%",
      forecastCategory: "Best case",
      nextStep: "Call",
      "custom.tier": "gold",
      "custom.trial": "yes",
    };
    const { rows } = await change([{ id: made.id, version: 1, cells }]);
    const [row] = rows;
    expect(row).toMatchObject({ id: made.id, version: 2, refusals: [] });
    expect(Object.fromEntries((row?.changed ?? []).map((one) => [one.column, one.after?.label]))).toEqual({
      name: "All at once, again",
      owner: "Ines Berg",
      account: "Émile & Co",
      amount: "1234.50 EUR",
      closeOn: "2026-03-31",
      probability: "0.4",
      forecastCategory: "best-case",
      nextStep: "Call",
      "custom.tier": "gold",
      "custom.trial": "true",
    });
    const back = Object.fromEntries(
      (row?.changed ?? []).map((one) => [one.column, one.before?.text ?? null]),
    );
    await change([{ id: made.id, version: 2, cells: back }]);
    const { version: _, trueSince: __, ...restored } = await now(made.id);
    const { version: ___, trueSince: ____, ...original } = made;
    expect(restored).toEqual(original);
  });

  test("are tried without keeping anything", async () => {
    const made = await opportunity("Only tried");
    const { rows } = await change(
      [{ id: made.id, version: 1, cells: { name: "Kept?", stage: "Offer" } }],
      true,
    );
    expect(rows[0]?.changed.map((one) => [one.column, one.before?.label, one.after?.label])).toEqual([
      ["name", "Only tried", "Kept?"],
      ["stage", "Talk", "Offer"],
    ]);
    expect(await now(made.id)).toEqual(made);
  });

  test("move along the pipeline after the rest has changed", async () => {
    const made = await opportunity("Moves");
    const { rows } = await change([{ id: made.id, version: 1, cells: { stage: "offer", nextStep: "Wait" } }]);
    expect(rows[0]).toMatchObject({ version: 3, refusals: [] });
    expect(await now(made.id)).toMatchObject({ stage: { name: "Offer" }, nextStep: "Wait" });
  });

  test("are refused one by one, and the others are kept", async () => {
    const won = await opportunity("Won", { stageId: listed.ids.Won, closeOn: "2026-03-01" });
    const cells = {
      closeOn: "2026-12-31",
      owner: "Nobody",
      amount: "12.345",
      "custom.tier": "silver",
      status: "lost",
      size: "1",
      name: "",
      nextStep: "Thank them",
    };
    const { rows } = await change([{ id: won.id, version: 1, cells }]);
    const refusals = new Map(rows[0]?.refusals.map((one) => [one.column, one.message]));
    expect(Object.fromEntries(refusals)).toEqual({
      size: "There is no such column.",
      name: "Name cannot be empty.",
      owner: "There is no person called “Nobody”.",
      status: "Status is not changed in a list.",
      "custom.tier": "Tier is one of: gold, tin.",
      amount: "“12.345” has digits below the smallest unit of EUR, which has at most 2 decimal digits.",
      closeOn: "An opportunity that is won closed on a day that has come; 2026-12-31 is in the future.",
    });
    expect(rows[0]?.changed.map(({ column }) => column)).toEqual(["nextStep"]);
    expect(await now(won.id)).toMatchObject({ version: 2, nextStep: "Thank them", closeOn: "2026-03-01" });
  });

  test("of one that somebody changed meanwhile are refused, and those of others kept", async () => {
    const [stale, fresh] = [await opportunity("Stale"), await opportunity("Fresh")];
    await change([{ id: stale.id, version: 1, cells: { nextStep: "Mine" } }]);
    const { rows } = await change([
      { id: stale.id, version: 1, cells: { nextStep: "Yours" } },
      { id: fresh.id, version: 1, cells: { nextStep: "Ours" } },
    ]);
    expect(rows.map(({ id, version, changed }) => [id, version, changed.length])).toEqual([
      [stale.id, 2, 0],
      [fresh.id, 2, 1],
    ]);
    expect(rows[0]?.refusals).toMatchObject([{ column: null }]);
    expect(await now(stale.id)).toMatchObject({ nextStep: "Mine" });
  });

  test("that stay as they are leave no version behind", async () => {
    const made = await opportunity("Same", { nextStep: "Wait" });
    const cells = { name: "Same", amount: "10.00 EUR", nextStep: "Wait", closeOn: null };
    const { rows } = await change([{ id: made.id, version: 1, cells }]);
    expect(rows).toEqual([{ id: made.id, version: 1, changed: [], refusals: [] }]);
  });
});

test("a name that two records have is not clear, and a stage is one of the opportunity's own pipeline", async () => {
  await listed.desk.call(createPerson, { body: { name: "Twin" } });
  await listed.desk.call(createPerson, { body: { name: "twin" } });
  const made = await opportunity("Whose");
  const { rows } = await change([{ id: made.id, version: 1, cells: { owner: "Twin", stage: "Elsewhere" } }]);
  expect(rows[0]?.refusals).toEqual([
    { column: "owner", message: "2 of them are called “Twin”: choose the person in its cell." },
    { column: "stage", message: "There is no stage called “Elsewhere”." },
  ]);
});

test("accounts are changed by the rules of accounts", async () => {
  const top = await listed.desk.call(createAccount, { body: { name: "Top" } });
  const below = await listed.desk.call(createAccount, { body: { name: "Below", parentId: top.id } });
  const { rows } = await change(
    [{ id: top.id, version: 1, cells: { parent: "Below", employees: "1,200", annualRevenue: "£2.50" } }],
    false,
    "account",
  );
  expect(rows[0]?.refusals).toEqual([
    { column: "parent", message: "Below belongs to this account already." },
  ]);
  expect(await listed.desk.call(getAccount, { params: { id: top.id } })).toMatchObject({
    parent: null,
    employees: 1200,
    annualRevenue: { amount: "2.50", currency: "GBP" },
  });
  expect(below.parent?.id).toBe(top.id);
});

test("another workspace's records are not there to be changed, nor to be meant by a name", async () => {
  const workspaceId = await foundTestWorkspace(listed.desk.database, listedClock, "Other company");
  const made = await opportunity("Ours alone");
  const theirs = await listed.desk.call(changeCells, {
    params: { noun: "opportunity" },
    body: { rows: [{ id: made.id, version: 1, cells: { name: "Theirs" } }] },
    workspaceId,
  });
  expect(theirs.rows[0]?.refusals).toEqual([{ column: null, message: "There is no such opportunity." }]);
  const account = await listed.desk.call(createAccount, { body: { name: "Theirs" }, workspaceId });
  const meant = await listed.desk.call(changeCells, {
    params: { noun: "account" },
    body: { rows: [{ id: account.id, version: 1, cells: { owner: "Ines Berg" } }] },
    workspaceId,
  });
  expect(meant.rows[0]?.refusals).toMatchObject([{ column: "owner" }]);
});
