import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { examineDatabase } from "#base/platform";
import { emptyDatabase, freshDatabase, serverUrl } from "../../../test/database.ts";
import { type Finding, lookAtDirectory, lookAtRecord, lookAtSnapshots } from "./findings-actions.ts";

const told = (findings: readonly Finding[]) => findings.map(({ about, verdict }) => `${about}: ${verdict}`);
const fine = {
  ...{ version: "18.1", bytes: 1, superuser: false, connections: 0, pending: [] },
  durability: { fsync: "on", synchronous_commit: "on", full_page_writes: "on" },
};

test.each([
  ["a server as it should be", fine, ["record: good", "schema: good"]],
  ["steps that are to come", { ...fine, pending: ["0009_x.sql"] }, ["record: good", "schema: worth"]],
  [
    "a server that does not sync",
    { ...fine, durability: { ...fine.durability, fsync: "off" } },
    ["record: good", "schema: good", "durability: bad"],
  ],
  ["a superuser's account", { ...fine, superuser: true }, ["record: good", "schema: good", "account: worth"]],
])("of %s it says what is to be said", (_what, found, expected) => {
  expect(told(lookAtRecord(found, "server"))).toEqual(expected);
});

const now = Temporal.Instant.from("2026-11-25T12:00:00Z");
test.each([
  ["none", [], "worth"],
  ["one of this morning", ["2026-11-25T060000Z-daily.tar.gz"], "good"],
  [
    "the newest of last week",
    ["2026-11-10T060000Z-daily.tar.gz", "2026-11-18T060000Z-daily.tar.gz"],
    "worth",
  ],
] as const)("snapshots: %s", (_what, names, verdict) => {
  expect(lookAtSnapshots(names, now).verdict).toBe(verdict);
});

test.skipIf(process.platform === "win32")("a data directory that others can read is worth a look", () => {
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-doctor-"));
  try {
    const before = told(lookAtDirectory(directory));
    chmodSync(directory, 0o755);
    expect(before).not.toContain("data directory: worth");
    expect(told(lookAtDirectory(directory))).toContain("data directory: worth");
    expect(told(lookAtDirectory(join(directory, "none")))).toEqual(["data directory: worth"]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("a database is examined as it is, and nothing in it changes", async () => {
  const empty = await emptyDatabase();
  const found = await examineDatabase(empty);
  expect(found.pending.at(0)).toBe("0001_base.sql");
  const { rows } = await sql`select 1 from pg_class where relname = 'quarterdeck_migration'`.execute(
    empty.db,
  );
  expect(rows).toEqual([]);
  await empty.close();
  const present = await freshDatabase();
  const { pending, version } = await examineDatabase(present);
  expect(pending).toEqual([]);
  expect(version.startsWith(serverUrl === undefined ? "18." : "1")).toBe(true);
  await present.close();
});
