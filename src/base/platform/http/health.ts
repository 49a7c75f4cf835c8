import { sql } from "kysely";
import { z } from "zod";
import { endpoint } from "../../contract.ts";
import { bind } from "./route.ts";

export const askHealth = endpoint({
  method: "GET",
  path: "/api/health",
  permission: "public",
  summary: "Whether Quarterdeck is up and its database answers",
  output: z.object({ status: z.literal("ok") }),
});

export const healthRoute = bind(askHealth, async ({ db }) => {
  await sql`select 1`.execute(db);
  return { status: "ok" };
});
