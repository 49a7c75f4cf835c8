/** Looking after the installation through HTTP, on the embedded database. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { checkBackup, permissionsOf } from "#base/platform";
import { type Client, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { upkeepRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
const embedded = !process.env.QUARTERDECK_TEST_DATABASE_URL;

beforeAll(async () => {
  desk = await signedInClient(upkeepRoutes, { clock });
});
afterAll(() => desk.close());

test("the engine, the size of the record and the position of the copy are told", async () => {
  const told = await desk.call(contract.getUpkeep, {});
  expect(told).toMatchObject({ engine: embedded ? "embedded" : "server", snapshots: [] });
  expect(told.directory).toBe(desk.services.directory);
  expect(told.recordBytes).toBeGreaterThan(1_000_000);
  expect(told.replica.position).toMatch(/^\d+:\d+:/);
});

// A database server has no snapshots of ours: it says so in the next test.
test.skipIf(!embedded)("a snapshot is taken at once, and listed with when and why", async () => {
  const { name } = await desk.call(contract.takeSnapshotNow, {});
  expect(name).toBe("2026-03-10T150000Z-requested.tar.gz");
  const { snapshots } = await desk.call(contract.getUpkeep, {});
  expect(snapshots).toEqual([
    { name, takenAt: "2026-03-10T15:00:00Z", reason: "requested", bytes: expect.any(Number) },
  ]);
  expect(snapshots[0]?.bytes).toBeGreaterThan(100_000);
});

// The embedded database has snapshots: see the test before.
test.skipIf(embedded)("a database server refuses a snapshot and names its own backups", async () => {
  await expect(desk.call(contract.takeSnapshotNow, {})).rejects.toMatchObject({
    problem: { status: 422, fix: expect.stringContaining("pg_dump") },
  });
});

test("a backup of the running record is written beside it, whole", async () => {
  const told = await desk.call(contract.takeBackupNow, {});
  expect(told.path).toBe(`${desk.services.directory}/backups/2026-03-10T150000Z.backup`);
  const { tables } = await checkBackup(told.path);
  expect(tables).toHaveLength(told.tables);
  expect(tables.find(({ table }) => table === "base.workspace")?.rows).toBe(1);
});

test("the copy is made anew and has all that was in the record before", async () => {
  const before = (await desk.call(contract.getUpkeep, {})).replica.position;
  const { position } = await desk.call(contract.rebuildReplica, {});
  // A server counts the transactions of all its databases, so that the position may move while nothing happens here.
  expect(firstUnknown(position)).toBeGreaterThanOrEqual(firstUnknown(before));
  expect(position).toMatch(/^\d+:\d+:/);
});

/** The first transaction that a position may not know of yet. */
const firstUnknown = (position: string | null) => Number(position?.split(":")[0]);

test("all of it needs the right to configure, which the owner has", () => {
  const shapes = upkeepRoutes.map(({ shape }) => shape.permission);
  expect(new Set(shapes)).toEqual(new Set(["workspace.configure"]));
  const owner = { workspaceId: desk.workspaceId, personId: null, name: "Owner", role: "owner" } as const;
  expect(permissionsOf(owner)).toContain("workspace.configure");
});
