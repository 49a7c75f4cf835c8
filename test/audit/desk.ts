/** A desk whose audit log is watched: every route, a clock that stands still, and what stands in the log since a mark. */
import { expect } from "vitest";
import { fixedClock } from "#base/kernel";
import { replicaTables, routes } from "../../src/app/capabilities.ts";
import { type Client, signedInClient } from "../client.ts";

export const clock = fixedClock("2026-03-02T08:00:00Z");
/** The installation's chain. */
export const zero = "00000000-0000-0000-0000-000000000000";

export interface WatchedDesk extends Client {
  /** Lines of the program's own log. */
  readonly logged: readonly string[];
  events(workspaceId: string): ReturnType<typeof eventsOf>;
  mark(): Promise<Mark>;
  /** What stands in both chains beyond a mark, once so many events have come. */
  since(before: Mark, count: number): Promise<Row[]>;
}

interface Mark {
  readonly own: number;
  readonly all: number;
}
export type Row = Awaited<ReturnType<typeof eventsOf>>[number];

function eventsOf(client: Client, workspaceId: string) {
  return client.database.db
    .selectFrom("base.audit_event")
    .where("workspace_id", "=", workspaceId)
    .orderBy("event_no")
    .selectAll()
    .execute();
}

/** "key made | done | POST /api/keys | people.api_key" */
export const told = (row: Row): string =>
  [row.kind, row.outcome, row.endpoint, row.subject_noun].filter((part) => part !== null).join(" | ");

export async function watchedDesk(): Promise<WatchedDesk> {
  const logged: string[] = [];
  const client = await signedInClient(routes, {
    clock,
    tables: replicaTables,
    commandLineToken: "c".repeat(43),
    log: (line) => logged.push(line),
  });
  const events = (workspaceId: string) => eventsOf(client, workspaceId);
  return {
    ...client,
    logged,
    events,
    mark: async () => ({
      own: (await events(client.workspaceId)).length,
      all: (await events(zero)).length,
    }),
    async since(before, count) {
      const read = async () => [
        ...(await events(client.workspaceId)).slice(before.own),
        ...(await events(zero)).slice(before.all),
      ];
      await expect.poll(async () => (await read()).length, { timeout: 5_000 }).toBe(count);
      return read();
    },
  };
}
