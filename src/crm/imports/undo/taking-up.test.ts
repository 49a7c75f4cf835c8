import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CallRefused } from "#base/contract";
import { systemClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../../test/client.ts";
import { imported } from "../../../../test/importing.ts";
import { haltImports } from "../actions.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";
import { endOfUndo, stopUndo } from "./undo-actions.ts";
import { findUndo } from "./undos-store.ts";

let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock: systemClock });
});
afterAll(() => desk.close());

/** A workspace of its own with an import of this many opportunities. */
async function importedWorld(name: string, rows: number) {
  const workspaceId = await foundTestWorkspace(desk.database, systemClock, name);
  const world = await signedInClient(importRoutes, {
    clock: systemClock,
    database: desk.database,
    workspaceId,
  });
  const lines = Array.from({ length: rows }, (_, at) => `D${at},Prospecting,${at},2026-01-05`);
  const { id } = await imported(world, {
    "deals.csv": ["Deal ID,Stage,Amount,Created", ...lines].join("\n"),
  });
  return { world, id };
}

const undo = (world: Client, id: string, leaveChanged = false) =>
  world.call(contract.undoImport, { params: { id }, body: { leaveChanged } });
const standing = async (world: Client, id: string) =>
  (await world.call(contract.getImport, { params: { id } })).undo;
const outlook = (world: Client, id: string) => world.call(contract.getImportUndo, { params: { id } });

async function left(world: Client): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from crm.opportunity
    where workspace_id = ${world.workspaceId}::uuid and removed_at is null`.execute(world.database.db);
  return found.rows[0]?.n ?? 0;
}

test("an undoing is stopped between chunks, says how far it came, and goes on when it is asked for again", async () => {
  const { world, id } = await importedWorld("Stopped", 1600);
  await undo(world, id);
  const { db } = world.database;
  for (let done = 0n; done === 0n; await pause(1))
    done = (await findUndo(db, world.workspaceId, id))?.recordsDone ?? 0n;
  await stopUndo(world.services, db, world.workspaceId, id);
  await endOfUndo(id);
  const stopped = await standing(world, id);
  expect([stopped?.state, stopped?.problem]).toEqual(["stopped", null]);
  expect(await left(world)).toBe(1600 - (stopped?.removed ?? 0));
  expect(stopped?.removed).toBeLessThan(1600);
  await undo(world, id);
  await endOfUndo(id);
  const end = await standing(world, id);
  expect([end?.state, end?.recordsDone === end?.recordsTotal, await left(world)]).toEqual(["done", true, 0]);
});

test("an undoing that the program's end broke off is taken up when somebody asks for it again", async () => {
  const { world, id } = await importedWorld("Broken off", 1600);
  await undo(world, id);
  await haltImports();
  expect(["running", "stopped"]).toContain((await standing(world, id))?.state);
  expect((await standing(world, id))?.state).toBe("stopped");
  await undo(world, id);
  await endOfUndo(id);
  expect([(await standing(world, id))?.state, await left(world)]).toEqual(["done", 0]);
});

test("what was seen is used as long as it is true: a change since then is found before anything is undone", async () => {
  const { world, id } = await importedWorld("Changed", 3);
  await world.call(contract.lookAtUndo, { params: { id } });
  await vi.waitFor(async () => expect((await outlook(world, id)).state).toBe("ready"));
  const seen = await outlook(world, id);
  expect([seen.inTheWay.count, seen.left, seen.later]).toEqual([0, 0, 0]);
  expect(seen.touched).toContainEqual({ noun: "crm.opportunity", created: 3, changed: 0 });
  await sql`update crm.opportunity set next_step = 'Call' where workspace_id = ${world.workspaceId}::uuid and amount_minor = 100`.execute(
    world.database.db,
  );
  await undo(world, id);
  await endOfUndo(id);
  const refused = await standing(world, id);
  expect([refused?.state, refused?.problem, refused?.recordsDone]).toEqual([
    "failed",
    "1 record stands in the way: somebody built on this import since. Undo the rest and leave those records as they are, or take back what was done to them first.",
    0,
  ]);
  // Now that it was seen, asking again is refused at once.
  const again = await undo(world, id).catch((problem: unknown) => problem);
  expect(again instanceof CallRefused && again.problem.status).toBe(409);
  await undo(world, id, true);
  await endOfUndo(id);
  expect([(await standing(world, id))?.state, await left(world)]).toEqual(["done", 1]);
});

test("looking ahead can be stopped, and be begun again", async () => {
  const { world, id } = await importedWorld("Looked at", 3);
  await world.call(contract.lookAtUndo, { params: { id } });
  await world.call(contract.stopUndo, { params: { id } });
  await vi.waitFor(async () => expect((await outlook(world, id)).state).toBe("stopped"));
  await world.call(contract.lookAtUndo, { params: { id } });
  await vi.waitFor(async () => expect((await outlook(world, id)).state).toBe("ready"));
  expect(await standing(world, id)).toBeNull();
});
