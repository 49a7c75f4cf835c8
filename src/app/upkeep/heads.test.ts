import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Database, jsonLog, type Services, tellAudit, verifyAuditChain } from "#base/platform";
import { freshDatabase } from "../../../test/database.ts";
import { tellHeadsDaily } from "./heads-actions.ts";

let now = Temporal.Instant.from("2026-03-02T08:00:00Z");
const clock: Clock = { now: () => now };
let database: Database;
beforeAll(async () => {
  database = await freshDatabase(clock);
});
afterAll(() => database.close());

test("the head of every chain is told to the log once a day, as it is, and is taken by the verification", async () => {
  const lines: string[] = [];
  const services = {
    database,
    clock,
    log: jsonLog(clock, (line) => lines.push(line)),
  } as unknown as Services;
  const tell = tellHeadsDaily(services);
  await tell();
  expect(lines).toEqual([]);
  now = now.add({ hours: 24 });
  const workspaceId = "01890000-0000-7000-8000-00000000000a";
  const taken = { kind: "backup taken", endpoint: "quarterdeck backup", by: "Command line" } as const;
  await tellAudit(database.db, clock, taken);
  await tellAudit(database.db, clock, { ...taken, workspaceId });
  await tell();
  now = now.add({ hours: 15 });
  await tellAudit(database.db, clock, { ...taken, workspaceId });
  await tell();
  const told = lines.map((line) => JSON.parse(line));
  expect(told).toMatchObject([
    {
      level: "info",
      message: "Head of the audit log.",
      workspace: expect.stringMatching(/^0000/),
      events: 1,
    },
    { workspace: workspaceId, events: 1, head: expect.stringMatching(/^[0-9a-f]{8}(:[0-9a-f]{8}){7}$/) },
  ]);
  const kept = told[1].head.replaceAll(":", "");
  expect(await verifyAuditChain(database.db, workspaceId, kept)).toMatchObject({
    events: 2n,
    keptEventNo: 1n,
  });
  now = now.add({ hours: 9 });
  await tell();
  expect(lines).toHaveLength(4);
});
