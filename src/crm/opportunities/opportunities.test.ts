import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { sightOf } from "#base/platform";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import * as contract from "./contract.ts";
import { opportunityRoutes } from "./routes.ts";
import { opportunitiesByIds } from "./store.ts";
import * as verbs from "./verb-contract.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let pipeline: verbs.PipelineOut;
const stageId = (name: string) => pipeline.stages.find((stage) => stage.name === name)?.id ?? "";

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...accountRoutes, ...opportunityRoutes], { clock });
});
afterAll(() => desk.close());

const opportunity = (name: string, more: object = {}) =>
  desk.call(contract.createOpportunity, { body: { name, ...more } });
const change = (id: string, ifMatch: number, body: object) =>
  desk.call(contract.changeOpportunity, { params: { id }, ifMatch, body });
const move = (id: string, ifMatch: number, stage: string, more: object = {}) =>
  desk.call(verbs.moveToStage, { params: { id }, ifMatch, body: { stageId: stageId(stage), ...more } });

test("without a pipeline nothing can be added, and it says so", async () => {
  await expect(opportunity("Too early")).rejects.toMatchObject({
    problem: { status: 422, detail: "There is no pipeline yet." },
  });
  pipeline = await desk.call(verbs.createPipeline, {
    body: {
      name: "New business",
      stages: [
        { name: "Qualify", probability: 0.1 },
        { name: "Proposal", probability: 0.5, forecastCategory: "best-case" },
        { name: "Signed", outcome: "won" },
        { name: "Gone", outcome: "lost" },
      ],
    },
  });
  expect((await desk.call(verbs.getPipelines, {})).items).toEqual([pipeline]);
});

describe("adding and changing", () => {
  test("a new opportunity starts at the first open stage, in the workspace's currency, today", async () => {
    expect(await opportunity("Plain")).toMatchObject({
      version: 1,
      status: "open",
      stage: { name: "Qualify" },
      pipeline: { name: "New business" },
      stageEnteredAt: "2026-03-10T15:00:00Z",
      amount: { amount: null, currency: "USD" },
      probability: 0.1,
      forecastCategory: "pipeline",
      createdOn: "2026-03-10",
      closeOn: null,
      lines: [],
      splits: [],
    });
  });

  test("what is left out stays, null clears, and the version moves on", async () => {
    const made = await opportunity("Kept", {
      amount: { amount: "1234.56", currency: "EUR" },
      nextStep: "call",
    });
    const changed = await change(made.id, 1, { closeOn: "2026-06-30", nextStep: null });
    expect(changed).toMatchObject({
      version: 2,
      amount: { amount: "1234.56", currency: "EUR" },
      closeOn: "2026-06-30",
      nextStep: null,
    });
    await expect(change(made.id, 1, { name: "Lost update" })).rejects.toMatchObject({
      problem: { status: 412, currentVersion: 2 },
    });
  });

  test.each([
    [{ amount: { amount: "12,5", currency: "USD" } }, 400, "amount.amount"],
    [{ amount: { amount: "1.234", currency: "USD" } }, 422, "amount"],
    [{ amount: { amount: 12, currency: "USD" } }, 400, "amount.amount"],
    [{ amount: { amount: "12", currency: "usd" } }, 400, "amount.currency"],
    [{ closeOn: "2026-02-30" }, 400, "closeOn"],
    [{ ownerId: newId(clock) }, 422, "ownerId"],
    [{ accountId: newId(clock) }, 422, "accountId"],
    [{ stageId: newId(clock) }, 422, "stageId"],
    [{ pipelineId: newId(clock) }, 422, "pipelineId"],
    [{ status: "won" }, 400, "status"],
    [{ custom: { unknown: 1 } }, 422, "custom.unknown"],
  ])("%j is refused with %i for its field %s", async (more, status, field) => {
    await expect(opportunity("Refused", more)).rejects.toMatchObject({
      problem: { status, fields: [{ field }] },
    });
  });

  test("another workspace's opportunity is not there", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other company");
    const body = { name: "Theirs", stages: [{ name: "Only" }] };
    await desk.call(verbs.createPipeline, { body, workspaceId: other });
    const theirs = await desk.call(contract.createOpportunity, {
      body: { name: "Theirs" },
      workspaceId: other,
    });
    const gone = { problem: { status: 404 } };
    await expect(desk.call(contract.getOpportunity, { params: { id: theirs.id } })).rejects.toMatchObject(
      gone,
    );
    await expect(change(theirs.id, 1, { name: "Ours" })).rejects.toMatchObject(gone);
    await expect(move(theirs.id, 1, "Signed")).rejects.toMatchObject(gone);
    const actor = { workspaceId: desk.workspaceId, personId: null, name: "Owner", role: "owner" } as const;
    const sight = sightOf(actor, "records.read");
    expect(await opportunitiesByIds(desk.database.db, sight, [theirs.id])).toEqual([]);
  });
});

describe("along the pipeline", () => {
  test("reaching the won stage wins today, and going back reopens", async () => {
    const made = await opportunity("Ride", {
      closeOn: "2026-06-30",
      amount: { amount: "10", currency: "USD" },
    });
    const won = await move(made.id, 1, "Signed");
    expect(won).toMatchObject({ version: 2, status: "won", closeOn: "2026-03-10", probability: 1 });
    const back = await move(made.id, 2, "Proposal", { closeOn: "2026-09-30" });
    expect(back).toMatchObject({
      version: 3,
      status: "open",
      closeOn: "2026-09-30",
      forecastCategory: "best-case",
    });
    await expect(move(made.id, 3, "Proposal")).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "stageId" }] },
    });
    await expect(move(made.id, 3, "Signed", { closeOn: "2026-09-30" })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "closeOn" }] },
    });
  });

  test("losing keeps the stage and the reason; reopening clears reason and day", async () => {
    const made = await opportunity("Lost one", { stageId: stageId("Proposal"), closeOn: "2026-06-30" });
    const close = { params: { id: made.id }, body: { outcome: "lost" as const, lostReason: "price" } };
    const lost = await desk.call(verbs.closeOpportunity, { ...close, ifMatch: 1 });
    expect(lost).toMatchObject({
      status: "lost",
      stage: { name: "Proposal" },
      lostReason: "price",
      closeOn: "2026-03-10",
    });
    await expect(desk.call(verbs.closeOpportunity, { ...close, ifMatch: 2 })).rejects.toMatchObject({
      problem: { status: 422, detail: "The opportunity is lost already." },
    });
    await expect(change(made.id, 2, { closeOn: null })).rejects.toMatchObject({ problem: { status: 422 } });
    const again = await desk.call(verbs.reopenOpportunity, { params: { id: made.id }, ifMatch: 2, body: {} });
    expect(again).toMatchObject({
      version: 3,
      status: "open",
      lostReason: null,
      closeOn: null,
      probability: 0.5,
    });
    await expect(change(made.id, 3, { lostReason: "price" })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "lostReason" }] },
    });
  });

  test("a reason for a loss does not fit what was won", async () => {
    const made = await opportunity("Won one");
    const body = { outcome: "won" as const, lostReason: "price" };
    await expect(
      desk.call(verbs.closeOpportunity, { params: { id: made.id }, ifMatch: 1, body }),
    ).rejects.toMatchObject({ problem: { status: 422, fields: [{ field: "lostReason" }] } });
  });

  test("a removed opportunity is kept, but no list shows it and nothing changes it", async () => {
    const made = await opportunity("Removed one");
    expect(await desk.call(contract.removeOpportunity, { params: { id: made.id }, ifMatch: 1 })).toEqual({
      id: made.id,
      version: 2,
    });
    const { items } = await desk.call(contract.getOpportunities, { query: { search: "Removed one" } });
    expect(items).toEqual([]);
    await expect(change(made.id, 2, { name: "Back" })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("the same key moves once, and a pipeline that cannot be walked is refused", async () => {
    const made = await opportunity("Twice");
    const request = { params: { id: made.id }, ifMatch: 1, body: { stageId: stageId("Proposal") } };
    const first = await desk.call(verbs.moveToStage, { ...request, idempotencyKey: "k-1" });
    expect(await desk.call(verbs.moveToStage, { ...request, idempotencyKey: "k-1" })).toEqual(first);
    const body = { name: "Shut", stages: [{ name: "Signed", outcome: "won" as const }] };
    await expect(desk.call(verbs.createPipeline, { body })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "stages" }] },
    });
  });
});

describe("lists", () => {
  test("pages in every order neither miss nor repeat, those without a value last", async () => {
    const ines = await desk.call(createPerson, { body: { name: "Ines" } });
    const acme = await desk.call(createAccount, { body: { name: "Acme Listed" } });
    const amounts = ["30", null, "10", "20", "10", null, "90071992547409.93"];
    for (const [index, amount] of amounts.entries()) {
      const days = amount === null ? {} : { closeOn: `2026-0${index + 1}-01` };
      const own = { ownerId: ines.id, accountId: acme.id, amount: { amount, currency: "USD" }, ...days };
      await opportunity(`Listed ${index}`, own);
    }
    for (const column of ["name", "amount", "closeOn", "createdOn"]) {
      for (const sort of [column, `-${column}`]) {
        const seen: (string | null)[] = [];
        let cursor: string | undefined;
        do {
          const query = { ownerId: ines.id, sort, limit: 2, ...(cursor ? { cursor } : {}) };
          const page = await desk.call(contract.getOpportunities, { query });
          seen.push(...page.items.map((one) => (column === "amount" ? one.amount.amount : one.name)));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toHaveLength(amounts.length);
        if (column === "name")
          expect(seen).toEqual(
            seen.toSorted((a, b) => (sort === column ? 1 : -1) * (String(a) < String(b) ? -1 : 1)),
          );
        if (column === "amount") {
          const known = ["10.00", "10.00", "20.00", "30.00", "90071992547409.93"];
          expect(seen).toEqual([...(sort === column ? known : known.toReversed()), null, null]);
        }
      }
    }
    const { items } = await desk.call(contract.getOpportunities, {
      query: { search: "acme list", limit: 200 },
    });
    expect(items).toHaveLength(amounts.length);
    const first = await desk.call(contract.getOpportunities, { query: { sort: "name", limit: 1 } });
    const elsewhere = { sort: "amount", cursor: first.nextCursor ?? "" };
    await expect(desk.call(contract.getOpportunities, { query: elsewhere })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "cursor" }] },
    });
  });

  test("filters narrow the list, and a limit has its limit", async () => {
    const won = await desk.call(contract.getOpportunities, { query: { status: "won", limit: 200 } });
    expect(won.items.every((one) => one.status === "won")).toBe(true);
    const at = await desk.call(contract.getOpportunities, {
      query: { stageId: stageId("Proposal"), limit: 200 },
    });
    expect(at.items.length).toBeGreaterThan(0);
    expect(at.items.every((one) => one.stage?.name === "Proposal")).toBe(true);
    await expect(desk.call(contract.getOpportunities, { query: { limit: 201 } })).rejects.toMatchObject({
      problem: { status: 400, fields: [{ field: "limit" }] },
    });
  });
});
