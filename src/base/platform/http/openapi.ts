/** The OpenAPI 3.1 document, made from the same endpoints that are served. */
import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifySchema } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";
import { askOpenApi, type EndpointShape } from "../../contract.ts";
import { sessionCookie } from "./approach.ts";
import { bind, type Route } from "./route.ts";

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe("What happened"),
  fix: z.string().optional().describe("What to do about it"),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  currentVersion: z.number().int().optional().describe("With 412: the version that the record has now"),
});

/** Makes the document available; must be called before the routes are registered. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Quarterdeck", version, description: "Sales operations, as one set of numbers." },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: sessionCookie },
          token: { type: "http", scheme: "bearer" },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
}

export function openApiRoute(app: FastifyInstance): Route {
  return bind(askOpenApi, async () => ({ ...app.swagger() }));
}

/** What the document says about an endpoint. Requests are checked elsewhere, against the strict schemas. */
export function describeRoute(shape: EndpointShape): FastifySchema {
  const readsJson = shape.method === "GET" && shape.permission !== "public" && shape.answers === undefined;
  const headers = {
    ...(shape.method === "POST" && !shape.signsIn && !shape.takesSecret
      ? { "idempotency-key": z.string().min(1).max(255) }
      : {}),
    ...(readsJson
      ? { "if-none-match": z.string().optional().describe("The ETag that you have: 304 if it still holds") }
      : {}),
    ...(shape.conditional ? { "if-match": z.string().describe('The version that you saw, as "3"') } : {}),
  };
  return {
    summary: shape.summary,
    tags: [shape.path.split("/")[2] ?? "api"],
    security: shape.permission === "public" ? [] : [{ session: [] }, { token: [] }],
    ...(shape.params ? { params: shape.params } : {}),
    ...(shape.query ? { querystring: shape.query } : {}),
    ...(shape.body ? { body: shape.body } : {}),
    ...(shape.stream ? { consumes: ["application/octet-stream"] } : {}),
    ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    response: {
      [shape.status ?? 200]:
        shape.answers === undefined
          ? shape.output
          : {
              description: "A file",
              content: { [shape.answers]: { schema: shape.flows ? z.string() : shape.output } },
            },
      "4xx": {
        description: "A problem document (RFC 9457)",
        content: { "application/problem+json": { schema: problem } },
      },
    },
  } as FastifySchema;
}
