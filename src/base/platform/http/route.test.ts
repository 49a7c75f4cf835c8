import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "../../contract.ts";
import { bind } from "./route.ts";

const close = endpoint({
  method: "PATCH",
  path: "/api/opportunities/:id",
  permission: "records.write",
  summary: "Closes an opportunity",
  params: z.object({ id: z.string() }),
  query: z.object({ page: z.coerce.number<number | string>().default(1) }),
  body: z.object({ amount: z.string().transform(Number) }),
  conditional: true,
  output: z.object({
    status: z.enum(["won", "lost"]),
    names: z.array(z.string()),
    reason: z.string().nullable(),
  }),
});

// The type check is the test here: each line marked so must be refused by it.
test("the work of a route gets what its endpoint declares and must answer with what it declares", () => {
  const fits = bind(close, async ({ params, query, body, expectedVersion, actor, sight }) => {
    const numbers: number[] = [query.page, body.amount, expectedVersion];
    return {
      status: "won",
      names: [params.id, actor.name, sight.workspaceId, ...numbers.map(String)],
      reason: null,
    };
  });
  expect(fits.shape).toBe(close.shape);
  // @ts-expect-error: "closed" is not a status.
  bind(close, async () => ({ status: "closed", names: [], reason: null }));
  // @ts-expect-error: the reason is missing.
  bind(close, async () => ({ status: "won", names: [] }));
  // @ts-expect-error: it takes no stream.
  bind(close, async ({ stream }) => ({ status: "won", names: [], reason: String(stream) }));
});
