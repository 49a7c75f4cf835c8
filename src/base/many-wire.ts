/** Many records of a noun in one call: up to a thousand rows, each added, changed or removed, with a result for each. */
import { z } from "zod";
import { type Endpoint, type EndpointShape, endpoint } from "./contract.ts";

/** The most rows of one call. */
export const mostRows = 1000;

type WithBody = EndpointShape & { readonly body: z.ZodType };

const fieldProblem = z.strictObject({ field: z.string(), message: z.string() });
const rowProblem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What happened"),
  fix: z.string().optional().describe("What to do about it"),
  fields: z.array(fieldProblem).optional(),
  currentVersion: z.int().optional().describe("With 412: the version that the record has now"),
});
const count = z.int().min(0);
const id = z.guid();
const version = z.int().min(1);

/**
 * The call for many records, out of the three for one: `POST …/many`. Each row says what is to be done in the words of
 * the call for one record, and is checked and answered by itself: a row that is refused leaves the others alone,
 * unless `allOrNothing` is asked for. All rows that are kept are one transaction.
 */
export function manyOf<C extends WithBody, P extends WithBody, R extends EndpointShape>(
  create: Endpoint<C>,
  change: Endpoint<P>,
  remove: Endpoint<R>,
) {
  const { path, permission } = create.shape;
  const noun = path.slice("/api/".length);
  const row = z.union([
    z.strictObject({ create: create.shape.body as C["body"] }),
    z.strictObject({
      change: z.strictObject({ id, version, set: change.shape.body as P["body"] }),
    }),
    z.strictObject({ remove: z.strictObject({ id, version }) }),
  ]);
  const result = z.strictObject({
    row: count.min(1).describe("Its place among the rows that were sent, from 1"),
    status: z
      .enum(["created", "changed", "removed", "refused", "undone"])
      .describe(
        "undone: nothing was wrong with it, but all or nothing was asked for and another was refused",
      ),
    id: id.nullable(),
    version: version.nullable(),
    problem: rowProblem.nullable().describe("Why it was refused"),
  });
  return endpoint({
    method: "POST",
    path: `${path}/many` as `/api/${string}`,
    permission,
    summary: `Adds, changes and removes up to ${mostRows.toLocaleString("en-US")} ${noun}, with a result for each row.`,
    body: z.strictObject({
      rows: z.array(row).min(1).max(mostRows),
      allOrNothing: z.boolean().default(false).describe("Keep nothing when a row is refused"),
    }),
    output: z.strictObject({
      created: count,
      changed: count,
      removed: count,
      refused: count,
      undone: count,
      results: z.array(result),
    }),
    rows: { create: create.shape, change: change.shape, remove: remove.shape },
  });
}
