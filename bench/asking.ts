/** Quarterdeck's own server on a company to measure, asked over HTTP as the command line asks it. */
import { routes } from "../src/app/capabilities.ts";
import { startServer } from "../src/app/server.ts";
import type { Company } from "./company.ts";

export interface AskingServer {
  /** The answer to a GET. Stops the bench where it is refused. */
  ask(path: string): Promise<unknown>;
  send(
    method: "POST" | "PATCH",
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ id: string; version: number }>;
  close(): Promise<void>;
}

export async function askingServer({ services, workspaceId }: Company): Promise<AskingServer> {
  const token = "a-bench-asks-as-this-machine-does";
  const running = await startServer({
    services,
    routes,
    commandLineToken: token,
    environment: { PORT: "0" },
  });
  const headers = { authorization: `Bearer ${token}`, "quarterdeck-workspace": workspaceId };
  const read = async (answer: Response) => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
    return JSON.parse(text) as unknown;
  };
  return {
    ask: async (path) => read(await fetch(`${running.origin}${path}`, { headers })),
    async send(method, path, body, more = {}) {
      const answer = await fetch(`${running.origin}${path}`, {
        method,
        headers: {
          ...headers,
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
          ...more,
        },
        body: JSON.stringify(body),
      });
      return (await read(answer)) as { id: string; version: number };
    },
    close: () => running.stop(),
  };
}
