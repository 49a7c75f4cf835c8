import { z } from "zod";
import { endpoint } from "../../contract.ts";
import { bind } from "./route.ts";

const e = endpoint({
  method: "PATCH",
  path: "/api/x/:id",
  permission: "records.read",
  summary: "",
  conditional: true,
  params: z.object({ id: z.string() }),
  query: z.object({ n: z.coerce.number<number | string>().optional() }),
  body: z.object({ a: z.string().transform(Number) }),
  output: z.object({
    s: z.enum(["a", "b"]),
    list: z.array(z.string()),
    k: z.union([z.literal(1), z.null()]),
  }),
});
export const ok = bind(e, async ({ params, query, body, expectedVersion, actor, sight }) => {
  const n: number | undefined = query.n;
  const b: number = body.a;
  const v: number = expectedVersion;
  return { s: "a", list: [params.id, actor.name, sight.workspaceId, String(n ?? b ?? v)], k: null };
});
type Out = { s: "a" | "b"; list: string[]; k: 1 | null };
declare function later(): Promise<Out>;
export const ok2 = bind(e, async () => later());
export const ok3 = bind(e, later);
export const ok4 = bind(e, async () => {
  if (Math.random() > 1) return { s: "a", list: [], k: null };
  return { s: "b", list: [1, 2].map(String), k: 1 };
});
// @ts-expect-error wrong literal
export const bad = bind(e, async () => ({ s: "c", list: [], k: null }));
// @ts-expect-error no stream
export const bad2 = bind(e, async ({ stream }) => ({ s: "a", list: [], k: stream }));
// @ts-expect-error missing
export const bad3 = bind(e, async () => ({ s: "a", list: [] }));
const rec = endpoint({
  method: "GET",
  path: "/api/y",
  permission: "records.read",
  summary: "",
  output: z.object({
    r: z.record(z.string(), z.unknown()),
    o: z.string().optional(),
    t: z.tuple([z.string(), z.number()]),
    u: z.discriminatedUnion("k", [
      z.object({ k: z.literal("a"), x: z.number() }),
      z.object({ k: z.literal("b") }),
    ]),
  }),
});
export const ok5 = bind(rec, async () => ({ r: { a: [1, { b: 2n }] }, t: ["a", 2], u: { k: "a", x: 1 } }));
