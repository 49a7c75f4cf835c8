/** Turns requests away while too many are under way, before anything of them is read. */
import { randomInt } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { COME_AGAIN_SECONDS } from "./limits.ts";
import { HttpProblem } from "./problem.ts";

const alwaysAnswered = new Set(["/api/health"]);

/** Answers 503 with Retry-After to what comes while `most` requests are under way. Whether it lives can always be asked. */
export function turnAwayBeyond(app: FastifyInstance, most: number): void {
  let underWay = 0;
  app.addHook("onRequest", async (request, reply) => {
    if (underWay >= most && !alwaysAnswered.has(request.routeOptions.url ?? "")) {
      // Those that were turned away together should not come back together.
      const seconds = COME_AGAIN_SECONDS + randomInt(COME_AGAIN_SECONDS + 1);
      throw new HttpProblem(503, "Quarterdeck has more to do at the moment than it can.", {
        fix: `Try again in ${seconds} seconds.`,
        headers: { "retry-after": String(seconds) },
      });
    }
    underWay += 1;
    // Ends once, however the request ends: answered, or gone before it was.
    reply.raw.once("close", () => {
      underWay -= 1;
    });
  });
}
