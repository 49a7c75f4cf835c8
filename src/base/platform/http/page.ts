/** A page outside the API that the server answers by itself: text or a redirection, for a GET. */
import type { FastifyInstance } from "fastify";
import type { AuditKind } from "../../kernel/index.ts";
import { type Approach, approachOf } from "./approach.ts";

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Somebody was refused: what the audit log calls it. */
  readonly refused?: AuditKind;
}

export interface Page {
  readonly path: `/${string}`;
  /** Gets the query's fields, each a text (what was sent twice is left out). Null: the web app answers. */
  readonly answer: (
    query: Readonly<Record<string, string>>,
    approach: Approach,
  ) => Promise<PageAnswer | null>;
}

export function servePage(app: FastifyInstance, page: Page): void {
  app.get(page.path, async (request, reply) => {
    const sent = Object.entries((request.query ?? {}) as Record<string, unknown>);
    const query = Object.fromEntries(
      sent.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    const answer = await page.answer(query, approachOf(request));
    if (answer === null) return reply.callNotFound();
    request.refusal = answer.refused ?? null;
    return reply.code(answer.status).headers(answer.headers).send(answer.text);
  });
}
