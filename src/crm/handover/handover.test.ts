import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import { createActivity } from "../activities/contract.ts";
import { activityRoutes } from "../activities/routes.ts";
import { createContact } from "../contacts/contract.ts";
import { contactRoutes } from "../contacts/routes.ts";
import { getHistory } from "../history/contract.ts";
import { historyRoutes } from "../history/routes.ts";
import { createOpportunity, getOpportunity } from "../opportunities/contract.ts";
import { opportunityRoutes } from "../opportunities/routes.ts";
import { createPipeline, replaceSplits } from "../opportunities/verb-contract.ts";
import * as contract from "./contract.ts";
import { handoverRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let workspaceId: string;
let ids: Record<string, string>;
const id = (name: string) => ids[name] ?? "";

beforeAll(async () => {
  desk = await signedInClient(
    [
      ...organizationRoutes,
      ...accountRoutes,
      ...contactRoutes,
      ...opportunityRoutes,
      ...activityRoutes,
      ...historyRoutes,
      ...handoverRoutes,
    ],
    { clock },
  );
});
afterAll(() => desk.close());

/** Tom has two open opportunities and a won one, an account, a contact, and of two activities one is done. */
beforeEach(async () => {
  workspaceId = await foundTestWorkspace(desk.database, clock, "Brightwater");
  ids = {};
  for (const [name, leftOn] of [
    ["Tom", null],
    ["Mia", null],
    ["Gus", "2026-03-09"],
  ] as const)
    ids[name] = (await desk.call(createPerson, { body: { name, leftOn }, workspaceId })).id;
  const stages = [{ name: "Qualify" }, { name: "Signed", outcome: "won" as const }];
  const pipeline = await desk.call(createPipeline, { body: { name: "New business", stages }, workspaceId });
  const signed = pipeline.stages.find(({ name }) => name === "Signed")?.id ?? "";
  const ownerId = id("Tom");
  const add = async (name: string, made: Promise<{ id: string }>) => {
    ids[name] = (await made).id;
  };
  await add("Acme", desk.call(createAccount, { body: { name: "Acme", ownerId }, workspaceId }));
  const accountId = id("Acme");
  await add("Ida", desk.call(createContact, { body: { name: "Ida", ownerId, accountId }, workspaceId }));
  const opportunity = (name: string, amount: string, more: object = {}) =>
    add(
      name,
      desk.call(createOpportunity, {
        body: { name, ownerId, accountId, amount: { amount, currency: "USD" }, ...more },
        workspaceId,
      }),
    );
  await opportunity("Crane", "1000.00", { closeOn: "2026-04-30" });
  await opportunity("Dock", "250.50", { closeOn: "2026-03-31" });
  await opportunity("Anvil", "700.00", { stageId: signed });
  const activity = (name: string, more: object) =>
    add(
      name,
      desk.call(createActivity, {
        body: { kind: "task", subject: name, accountId, personId: ownerId, ...more },
        workspaceId,
      }),
    );
  await activity("Call back", { dueAt: "2026-03-12T09:00:00Z" });
  await activity("Said hello", { doneAt: "2026-03-01T09:00:00Z" });
});

const open = (name: string) => desk.call(contract.getOpenWork, { params: { id: id(name) }, workspaceId });
const handOver = (from: string, to: string, records: object | null = null) =>
  desk.call(contract.handOver, {
    params: { id: id(from) },
    body: { toId: id(to), records: records as never },
    workspaceId,
  });
const told = async (name: string) => {
  const work = await open(name);
  const named = (part: { items: readonly { name: string }[] }) => part.items.map((one) => one.name);
  return [work.opportunity, work.account, work.contact, work.activity].map(named);
};
const none = [[], [], [], []];

describe("open work", () => {
  test("is what is neither closed nor done, with amounts and days", async () => {
    const work = await open("Tom");
    expect(work.opportunity).toEqual({
      count: 2,
      items: [
        {
          id: id("Dock"),
          name: "Dock",
          account: { id: id("Acme"), name: "Acme" },
          amount: { amount: "250.50", currency: "USD" },
          closeOn: "2026-03-31",
        },
        {
          id: id("Crane"),
          name: "Crane",
          account: { id: id("Acme"), name: "Acme" },
          amount: { amount: "1000.00", currency: "USD" },
          closeOn: "2026-04-30",
        },
      ],
    });
    expect(work.amounts).toEqual([{ amount: "1250.50", currency: "USD" }]);
    expect(work.activity.items).toEqual([
      { id: id("Call back"), name: "Call back", dueAt: "2026-03-12T09:00:00Z" },
    ]);
    expect(await told("Tom")).toEqual([["Dock", "Crane"], ["Acme"], ["Ida"], ["Call back"]]);
    expect(await told("Mia")).toEqual(none);
  });

  test("of nobody is not there", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other");
    await expect(
      desk.call(contract.getOpenWork, { params: { id: id("Tom") }, workspaceId: other }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

describe("handing over", () => {
  test("gives all open work to somebody else; what is closed or done stays", async () => {
    const done = await handOver("Tom", "Mia");
    expect(done).toMatchObject({ from: { name: "Tom" }, to: { name: "Mia" }, joined: 0 });
    expect(await told("Tom")).toEqual(none);
    expect(await told("Mia")).toEqual([["Dock", "Crane"], ["Acme"], ["Ida"], ["Call back"]]);
    const won = await desk.call(getOpportunity, { params: { id: id("Anvil") }, workspaceId });
    expect(won.owner?.name).toBe("Tom");
  });

  test("keeps the owner of before in history", async () => {
    await handOver("Tom", "Mia");
    const { items, intervals } = await desk.call(getHistory, {
      params: { noun: "opportunity", id: id("Crane") },
      workspaceId,
    });
    const owner = items[0]?.changes.find(({ label }) => label === "Owner");
    expect([owner?.before, owner?.after]).toMatchObject([{ text: "Tom" }, { text: "Mia" }]);
    expect(intervals?.map((one) => one.owner?.name)).toEqual(["Tom", "Mia"]);
  });

  test("gives only what was chosen", async () => {
    await handOver("Tom", "Mia", { opportunity: [id("Crane")], activity: [id("Call back")] });
    expect(await told("Tom")).toEqual([["Dock"], ["Acme"], ["Ida"], []]);
    expect(await told("Mia")).toEqual([["Crane"], [], [], ["Call back"]]);
  });

  test("gives the share of an opportunity along, and says where two became one", async () => {
    const split = async (name: string, splits: { personId: string; share: number }[]) => {
      const { version } = await desk.call(getOpportunity, { params: { id: id(name) }, workspaceId });
      await desk.call(replaceSplits, {
        params: { id: id(name) },
        body: { splits },
        ifMatch: version,
        workspaceId,
      });
    };
    await split("Crane", [
      { personId: id("Tom"), share: 0.7 },
      { personId: id("Gus"), share: 0.3 },
    ]);
    await split("Dock", [
      { personId: id("Tom"), share: 0.333333 },
      { personId: id("Mia"), share: 0.666667 },
    ]);
    expect((await handOver("Tom", "Mia")).joined).toBe(1);
    const shares = async (name: string) => {
      const { splits } = await desk.call(getOpportunity, { params: { id: id(name) }, workspaceId });
      return splits.map(({ person, share }) => [person.name, share]);
    };
    expect(await shares("Crane")).toEqual([
      ["Mia", 0.7],
      ["Gus", 0.3],
    ]);
    expect(await shares("Dock")).toEqual([["Mia", 1]]);
  });

  test.each([
    ["to themselves", "Tom", "Nobody hands work over to themselves: choose somebody else."],
    ["to somebody who is gone", "Gus", "Gus left on 2026-03-09 and takes nothing over."],
  ])("%s is refused", async (_, to, detail) => {
    await expect(handOver("Tom", to)).rejects.toMatchObject({
      problem: { status: 422, detail, fields: [{ field: "toId" }] },
    });
    expect(await told("Tom")).toEqual([["Dock", "Crane"], ["Acme"], ["Ida"], ["Call back"]]);
  });

  test("with a record that is not their open work hands nothing over", async () => {
    await expect(handOver("Tom", "Mia", { opportunity: [id("Crane"), id("Anvil")] })).rejects.toMatchObject({
      problem: {
        status: 422,
        detail: "One of the chosen records is not their open work any more.",
        fields: [{ field: "records" }],
      },
    });
    expect((await told("Tom"))[0]).toEqual(["Dock", "Crane"]);
  });

  test("to somebody of another workspace is refused", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other");
    ids.Zed = (await desk.call(createPerson, { body: { name: "Zed" }, workspaceId: other })).id;
    await expect(handOver("Tom", "Zed")).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "toId" }] },
    });
  });
});
