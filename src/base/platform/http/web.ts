/** Serves the web app's built files; every page of it is index.html, which then reads the address itself. */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { HttpProblem } from "./problem.ts";

/** Serves `webRoot` (null: there is no web app here) and answers whatever no route has answered. */
export async function serveWeb(app: FastifyInstance, webRoot: string | null): Promise<void> {
  if (webRoot) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      dotfiles: "ignore",
      // What the build compressed goes out as it is, to whoever can read it.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes("/assets/") || path.includes("\\assets\\");
        reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const reads = request.method === "GET" || request.method === "HEAD";
    const isPage = reads && !/^\/(?:api|assets)(?:\/|$)/.test(path);
    if (isPage && webRoot) return reply.code(200).sendFile("index.html");
    throw new HttpProblem(
      404,
      isPage ? "The web app is not built here." : "There is nothing at this address.",
      {
        fix: isPage
          ? "Start Quarterdeck with npm start, which builds it."
          : "Check the address and the method.",
      },
    );
  });
}
