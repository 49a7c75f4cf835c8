/** Routes over exchange rates for this folder's tests: small, real, and with every kind of input. */
import { z } from "zod";
import { endpoint } from "../../contract.ts";
import { newId, refuse } from "../../kernel/index.ts";
import type { Db } from "../db/index.ts";
import { bind, type Route } from "./route.ts";
import { refuseStale } from "./stale.ts";

const rateOut = z.object({ id: z.string(), version: z.number(), currency: z.string(), rate: z.string() });
const params = z.object({ id: z.uuid() });

export const addRate = endpoint({
  method: "POST",
  path: "/api/trial-rates",
  permission: "workspace.configure",
  audit: "settings changed",
  summary: "Adds a rate",
  body: z.object({
    currency: z.string().length(3),
    startsOn: z.iso.date(),
    rate: z.string(),
    weight: z.number().int().optional(),
    note: z.object({ text: z.string() }).optional(),
    tags: z.array(z.object({ name: z.string() })).optional(),
    custom: z.record(z.string(), z.unknown()).optional(),
  }),
  output: rateOut,
  status: 201,
});
export const getRate = endpoint({
  method: "GET",
  path: "/api/trial-rates/:id",
  permission: "workspace.read",
  summary: "A rate",
  params,
  output: rateOut,
});
export const listRates = endpoint({
  method: "GET",
  path: "/api/trial-rates",
  permission: "workspace.read",
  summary: "Rates",
  query: z.object({
    limit: z.coerce.number<number | string>().int().max(200).default(50),
    by: z.string().optional(),
  }),
  output: z.object({ limit: z.number(), rows: z.array(rateOut) }),
});
export const correctRate = endpoint({
  method: "PATCH",
  path: "/api/trial-rates/:id",
  permission: "workspace.configure",
  audit: "settings changed",
  summary: "Corrects a rate",
  params,
  body: z.object({ rate: z.string() }),
  output: rateOut,
  conditional: true,
});
export const removeRate = endpoint({
  method: "DELETE",
  path: "/api/trial-rates/:id",
  permission: "workspace.configure",
  audit: "settings changed",
  summary: "Removes a rate",
  params,
  output: z.object({ removed: z.boolean() }),
  conditional: true,
});
export const failOnPurpose = endpoint({
  method: "POST",
  path: "/api/trial-failures",
  permission: "workspace.configure",
  audit: "settings changed",
  summary: "Writes a rate, then fails in the way that is asked for",
  body: z.object({ kind: z.string() }),
  output: z.object({}),
});
export const sendBytes = endpoint({
  method: "PUT",
  path: "/api/trial-bytes",
  permission: "imports.run",
  summary: "Counts bytes",
  stream: true,
  output: z.object({ bytes: z.number() }),
});

/** How often the work of a route ran; validation that fails must leave it alone. */
export const entered = { count: 0 };
const columns = ["id", "version", "currency", "rate"] as const;

export const trialRoutes: Route[] = [
  bind(addRate, async ({ db, body, author, services }) => {
    entered.count++;
    return db
      .insertInto("base.exchange_rate")
      .values({
        workspace_id: author.workspaceId,
        id: newId(services.clock),
        currency: body.currency,
        starts_on: Temporal.PlainDate.from(body.startsOn),
        rate: body.rate,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
  }),
  bind(getRate, async ({ db, params, sight }) => {
    const found = await db
      .selectFrom("base.exchange_rate")
      .select(columns)
      .where("workspace_id", "=", sight.workspaceId)
      .where("id", "=", params.id)
      .executeTakeFirst();
    return found ?? refuse("not-found", "There is no such rate.");
  }),
  bind(listRates, async ({ db, query, sight }) => {
    entered.count++;
    const rows = await db
      .selectFrom("base.exchange_rate")
      .select(columns)
      .where("workspace_id", "=", sight.workspaceId)
      .execute();
    return { limit: query.limit, rows };
  }),
  bind(correctRate, async ({ db, params, body, sight, expectedVersion }) => {
    const held = await db
      .selectFrom("base.exchange_rate")
      .select(columns)
      .where("workspace_id", "=", sight.workspaceId)
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirst();
    refuseStale(held, expectedVersion);
    return db
      .updateTable("base.exchange_rate")
      .set({ rate: body.rate })
      .where("workspace_id", "=", sight.workspaceId)
      .where("id", "=", params.id)
      .returning(columns)
      .executeTakeFirstOrThrow();
  }),
  bind(removeRate, async ({ db, params, sight, expectedVersion }) => {
    const of = db
      .selectFrom("base.exchange_rate")
      .select("version")
      .where("workspace_id", "=", sight.workspaceId)
      .where("id", "=", params.id)
      .forUpdate();
    refuseStale(await of.executeTakeFirst(), expectedVersion);
    await db
      .deleteFrom("base.exchange_rate")
      .where("workspace_id", "=", sight.workspaceId)
      .where("id", "=", params.id)
      .execute();
    return { removed: true };
  }),
  bind(failOnPurpose, async ({ db, body, author, services }) => {
    const day = Temporal.PlainDate.from("2020-01-01");
    const rate = { workspace_id: author.workspaceId, currency: "CHF", starts_on: day, rate: "1" };
    await db
      .insertInto("base.exchange_rate")
      .values({ ...rate, id: newId(services.clock) })
      .execute();
    if (body.kind === "double") {
      await db
        .insertInto("base.exchange_rate")
        .values({ ...rate, id: newId(services.clock) })
        .execute();
    }
    if (body.kind === "check") {
      await db
        .insertInto("base.exchange_rate")
        .values({ ...rate, id: newId(services.clock), rate: "-1" })
        .execute();
    }
    if (body.kind === "refuse") refuse("invalid", "Not like this.", { fix: "Otherwise." });
    throw new Error(`Canary-in-the-error at ${import.meta.url}`);
  }),
  bind(sendBytes, async ({ stream }) => {
    let bytes = 0;
    for await (const chunk of stream) bytes += (chunk as Buffer).length;
    return { bytes };
  }),
];

let day = Temporal.PlainDate.from("2026-01-01");
/** A rate that nobody has added yet: each is for the next day. */
export function newRate() {
  day = day.add({ days: 1 });
  return { currency: "EUR", startsOn: day.toString(), rate: "1.25" };
}

/** Everything that a refused request must leave as it was, as text. */
export async function fingerprint(db: Db): Promise<string> {
  const tables = [
    await db.selectFrom("base.exchange_rate").selectAll().orderBy("id").execute(),
    await db.selectFrom("base.change").select("change_no").orderBy("change_no").execute(),
    await db.selectFrom("base.idempotency").selectAll().orderBy("key").execute(),
  ];
  return JSON.stringify(tables, (_, value) => (typeof value === "bigint" ? value.toString() : value));
}
