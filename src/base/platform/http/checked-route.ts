/** Checks routes at start, so that a route that could be dangerous never answers a request. */
import { z } from "zod";
import type { EndpointShape } from "../../contract.ts";
import { permissionsOf } from "../policy/index.ts";
import { whyUnaudited } from "./audited.ts";
import { rowsBody } from "./many.ts";
import { HttpProblem, schemaProblem } from "./problem.ts";
import type { Route } from "./route.ts";
import { strict } from "./strict-schema.ts";

type Part = "path" | "query" | "body";

/** A route with the strict schemas of its input. What it does not declare it does not take. */
export interface CheckedRoute extends Route {
  readonly input: Readonly<Record<Part, z.ZodType | null>>;
}

/** Gives the routes ready to be served. Refuses to start when one is undecided, doubled or contradicts itself. */
export function checkRoutes(routes: readonly Route[]): CheckedRoute[] {
  const seen = new Set<string>();
  return routes.map((route) => {
    const { shape } = route;
    const name = `${shape.method} ${shape.path}`;
    const reason = seen.has(name) ? "is declared twice" : whyUnfit(shape);
    if (reason) throw new Error(`The route ${name} ${reason}.`);
    seen.add(name);
    try {
      return { ...route, input: strictInput(shape) };
    } catch (error) {
      throw new Error(`The route ${name} cannot be served: ${(error as Error).message}`);
    }
  });
}

function whyUnfit(shape: EndpointShape): string | null {
  const known: readonly unknown[] = permissionsOf({
    workspaceId: "",
    personId: null,
    name: "",
    role: "owner",
  });
  const reads = shape.method === "GET";
  if (shape.permission !== "public" && !known.includes(shape.permission)) return "has no permission";
  const wrongSecret = whySecretIsUnfit(shape);
  if (wrongSecret) return wrongSecret;
  if (shape.permission === "public" && !reads && !shape.signsIn) return "writes, so it cannot be public";
  if (!shape.path.startsWith("/api/")) return "does not begin with /api/";
  if (reads && (shape.body || shape.stream)) return "is a GET, which has no body";
  if (!reads && shape.answers) return "writes, so it cannot answer with a file";
  if (shape.flows && !shape.answers) return "flows, so it must say which file it answers with";
  if (reads && shape.conditional) return "is a GET, which changes nothing and so needs no version";
  if ((shape.method === "PATCH" || shape.method === "DELETE") && !shape.conditional) {
    return "changes a record, so it must be conditional";
  }
  if (shape.secret && shape.method !== "POST") return "has a secret, which only a POST's answer can";
  if (shape.lengthy && shape.method !== "PUT") return "is lengthy, which only a PUT can be";
  if (shape.stream && (shape.method !== "PUT" || shape.body)) return "takes a stream, which only a PUT can";
  const unaudited = whyUnaudited(shape);
  if (unaudited) return unaudited;
  const inPath = [...shape.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? "").sort();
  const declared = shape.params instanceof z.ZodObject ? Object.keys(shape.params.shape).sort() : [];
  if (inPath.join() !== declared.join()) return `declares the parameters [${declared}] but has [${inPath}]`;
  return null;
}

function whySecretIsUnfit(shape: EndpointShape): string | null {
  const posts = shape.method === "POST" && shape.body !== undefined && !shape.rows;
  if (shape.signsIn && !(posts && shape.permission === "public"))
    return "signs in, which only a public POST with a body can";
  if (shape.takesSecret && !(posts && shape.permission !== "public"))
    return "takes a secret, which only a POST with a body and a permission can";
  return null;
}

function strictInput(shape: EndpointShape): CheckedRoute["input"] {
  return {
    path: shape.params ? strict(shape.params, { coercion: true }) : null,
    query: shape.query ? strict(shape.query, { coercion: true }) : null,
    body: shape.body ? strict(shape.rows ? rowsBody : shape.body, { coercion: false }) : null,
  };
}

/** Checks one part of a request and gives its value. Refuses with 400 and the fields at fault. */
export function checkedInput(route: CheckedRoute, part: Part, sent: unknown): unknown {
  const schema = route.input[part];
  if (schema) {
    const result = schema.safeParse(sent);
    if (result.success) return result.data;
    throw schemaProblem(part, result.error);
  }
  if (isNothing(sent)) return undefined;
  throw new HttpProblem(400, `This address takes nothing in the ${part}.`, {
    fix: `Leave the ${part} empty.`,
  });
}

function isNothing(sent: unknown): boolean {
  return sent === undefined || sent === null || (typeof sent === "object" && Object.keys(sent).length === 0);
}
