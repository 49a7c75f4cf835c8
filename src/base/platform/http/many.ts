/** Does the work of the calls for one record for every row of a call for many, each row in a savepoint of its own. */
import { z } from "zod";
import type { Endpoint, EndpointShape, Problem } from "../../contract.ts";
import { mostRows } from "../../many-wire.ts";
import { tried } from "../db/index.ts";
import { failureOf, HttpProblem, schemaProblem } from "./problem.ts";
import type { AnyCall, Route } from "./route.ts";
import { strict } from "./strict-schema.ts";

type Verb = "create" | "change" | "remove";
type Status = "created" | "changed" | "removed" | "refused" | "undone";

interface RowResult {
  readonly row: number;
  readonly status: Status;
  readonly id: string | null;
  readonly version: number | null;
  readonly problem: Problem | null;
}

/** What is checked of a call for many before its rows are looked at one by one. */
export const rowsBody = z.strictObject({
  rows: z.array(z.unknown()).min(1).max(mostRows),
  allOrNothing: z.boolean().default(false),
});

const done: Readonly<Record<Verb, Status>> = { create: "created", change: "changed", remove: "removed" };
const answered = z.looseObject({ id: z.string(), version: z.number() });

/** Puts the work of the three calls for one record, found among `routes`, behind the call for many. */
export function bindMany<E extends EndpointShape>(target: Endpoint<E>, routes: readonly Route[]): Route {
  const { shape } = target;
  const verbs = Object.entries(shape.rows ?? {}).map(([verb, own]) => {
    const route = routes.find((one) => one.shape === own);
    if (route === undefined) throw new Error(`${shape.path} has nothing behind ${own.method} ${own.path}.`);
    return [verb as Verb, workOn(verb as Verb, route)] as const;
  });
  const works = new Map(verbs);
  return {
    shape,
    async work(call) {
      const { rows, allOrNothing } = call.body as z.output<typeof rowsBody>;
      const results = await tried(call.db, () => doRows(call, rows, works), {
        keep: (all) => !(allOrNothing && all.some((one) => one.status === "refused")),
      });
      const told = allOrNothing ? undoneWhereOneIsRefused(results) : results;
      const count = (status: Status) => told.filter((one) => one.status === status).length;
      return {
        ...{ created: count("created"), changed: count("changed"), removed: count("removed") },
        ...{ refused: count("refused"), undone: count("undone"), results: told },
      };
    },
  };
}

type Work = (call: AnyCall, said: unknown) => Promise<unknown>;

/** How a row is done: what it says is checked as strictly as the call for one record, then that call's work is done. */
function workOn(verb: Verb, { shape, work }: Route): Work {
  const body = shape.body === undefined ? null : strict(shape.body, { coercion: false });
  const own = z.strictObject({ id: z.guid(), version: z.int().min(1), ...(body && { set: body }) });
  return (call, said) => {
    if (verb === "create") return work({ ...call, body: checked(body, said) });
    const { id, version, ...rest } = checked(own, said) as { id: string; version: number; set?: unknown };
    return work({ ...call, params: { id }, expectedVersion: version, body: rest.set });
  };
}

function checked(schema: z.ZodType | null, said: unknown): unknown {
  const result = (schema ?? z.undefined()).safeParse(said);
  if (result.success) return result.data;
  throw schemaProblem("row", result.error);
}

async function doRows(
  call: AnyCall,
  rows: readonly unknown[],
  works: ReadonlyMap<Verb, Work>,
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const [at, row] of rows.entries()) {
    call.signal.throwIfAborted();
    results.push(await doRow(call, at + 1, row, works));
  }
  return results;
}

async function doRow(
  call: AnyCall,
  row: number,
  said: unknown,
  works: ReadonlyMap<Verb, Work>,
): Promise<RowResult> {
  try {
    const [verb, work] = verbOf(said, works);
    const answer = await tried(call.db, () => work(call, (said as Record<Verb, unknown>)[verb]), {
      keep: true,
    });
    const { id, version } = answered.parse(answer);
    return { row, status: done[verb], id, version, problem: null };
  } catch (error) {
    const { problem, unexpected } = failureOf(error, "");
    // What is no fault of the row's, such as a database that is gone, fails the call as a whole.
    if (unexpected || problem.status >= 500) throw error;
    return { row, status: "refused", id: null, version: null, problem };
  }
}

function verbOf(said: unknown, works: ReadonlyMap<Verb, Work>): [Verb, Work] {
  const names = typeof said === "object" && said !== null ? Object.keys(said) : [];
  const verb = names[0] as Verb;
  const work = names.length === 1 ? works.get(verb) : undefined;
  if (work !== undefined) return [verb, work];
  throw new HttpProblem(400, "The row does not say what is to be done.", {
    fix: 'Write it as {"create": {…}}, {"change": {"id", "version", "set": {…}}} or {"remove": {"id", "version"}}.',
  });
}

function undoneWhereOneIsRefused(results: readonly RowResult[]): RowResult[] {
  if (results.every((one) => one.status !== "refused")) return [...results];
  return results.map((one) =>
    one.status === "refused" ? one : { ...one, status: "undone", id: null, version: null },
  );
}
