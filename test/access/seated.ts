/** The real server with all routes, and callers who are already seated: what is tested is what a seat sees, not how it signs in. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import { fixedClock } from "#base/kernel";
import {
  createServer,
  jsonLog,
  Observed,
  openReplica,
  type Route,
  type Seat,
  type Services,
  writeAs,
} from "#base/platform";
import { accessGate } from "#people";
import { replicaMacros, replicaTables, routes } from "../../src/app/capabilities.ts";
import { freshDatabase } from "../database.ts";
import { changeParts, layWorld } from "./lay-world.ts";
import { personId, type Who, workspaceId } from "./world.ts";

export const clock = fixedClock("2026-03-10T15:00:00Z");
const host = "127.0.0.1:7171";

/** Who calls: by role, and as whom. */
export interface Caller {
  readonly role: string;
  readonly who: Who | null;
  readonly bundle?: Seat["bundle"];
  readonly key?: Seat["key"];
}

export interface Seated {
  readonly services: Services;
  readonly routes: readonly Route[];
  call(
    caller: Caller,
    method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT",
    url: string,
    sent?: Sent,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}
export interface Sent {
  readonly body?: unknown;
  readonly version?: number;
}

export async function seatedServer(): Promise<Seated> {
  const database = await freshDatabase(clock);
  const author = { workspaceId, authorId: null, author: "Story", source: "sample" };
  await writeAs(database.db, author, fixedClock("2026-02-01T15:00:00Z"), layWorld);
  await writeAs(database.db, author, fixedClock("2026-02-02T15:00:00Z"), changeParts);
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-access-"));
  const replica = openReplica({ db: database.db, directory, tables: replicaTables, macros: replicaMacros });
  const services: Services = {
    database,
    replica,
    clock,
    directory,
    log: jsonLog(clock, () => undefined),
    observed: new Observed(clock),
  };
  const gate = accessGate(services, null);
  const server = await createServer({
    routes,
    services,
    gate: {
      ...gate,
      seatOf: async ({ bearerToken }) =>
        seatOf(JSON.parse(Buffer.from(bearerToken ?? "", "base64url").toString())),
    },
    pages: gate.pages,
  });
  return {
    services,
    routes,
    call: (caller, method, url, sent = {}) =>
      server.inject({
        method,
        url,
        headers: {
          host,
          authorization: `Bearer ${Buffer.from(JSON.stringify(caller)).toString("base64url")}`,
          ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
          ...(sent.version === undefined ? {} : { "if-match": `"${sent.version}"` }),
          ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(sent.body === undefined ? {} : { payload: JSON.stringify(sent.body) }),
      }),
    async close() {
      await server.close();
      await replica.close();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function seatOf({ role, who, bundle, key }: Caller): Seat {
  return {
    personId: who === null ? null : personId(who),
    name: who ?? role,
    role,
    workspaceId,
    session: null,
    source: "app",
    ...(bundle ? { bundle } : {}),
    ...(key ? { key } : {}),
  };
}
