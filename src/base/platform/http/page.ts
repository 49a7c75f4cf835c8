/** A page outside the API that the server answers by itself: text or a redirection, for a GET. */
import type { FastifyInstance } from "fastify";
import type { AuditKind } from "../../kernel/index.ts";

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Somebody was refused: what the audit log calls it. */
  readonly refused?: AuditKind;
}

/** Where a request for a page comes from, for the audit log. */
export interface Visit {
  readonly address: string;
  readonly requestId: string;
}

export interface Page {
  readonly path: `/${string}`;
  /** Gets the query's fields, each a text; what was sent twice is left out. */
  readonly answer: (query: Readonly<Record<string, string>>, visit: Visit) => Promise<PageAnswer>;
}

export function servePage(app: FastifyInstance, page: Page): void {
  app.get(page.path, async (request, reply) => {
    const sent = Object.entries((request.query ?? {}) as Record<string, unknown>);
    const query = Object.fromEntries(
      sent.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    const answer = await page.answer(query, { address: request.ip, requestId: request.id });
    request.refusal = answer.refused ?? null;
    return reply.code(answer.status).headers(answer.headers).send(answer.text);
  });
}
