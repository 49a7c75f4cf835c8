/**
 * How the command line reaches the data: through the server that has them open, else by opening them itself and speaking
 * to the same routes in this process. Either way the same contracts answer.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import {
  type CallInput,
  CallRefused,
  callEndpoint,
  type Endpoint,
  type EndpointShape,
  type Problem,
  type Transport,
} from "#base/contract";
import { Refusal } from "#base/kernel";
import { createServer, readHolder } from "#base/platform";
import { accessGate } from "#people";
import { getWorkspaces, openWorkspace, type WorkspaceOut } from "#people/contract";
import { routes } from "../capabilities.ts";
import { type Opened, openQuarterdeck } from "../opening.ts";
import type { Io } from "./command.ts";

export interface Connection {
  readonly workspace: WorkspaceOut;
  call<E extends EndpointShape>(
    endpoint: Endpoint<E>,
    input: CallInput<E>,
  ): ReturnType<typeof callEndpoint<E>>;
  /** Sends a file's bytes to a streaming endpoint's address. */
  upload(url: string, file: string): Promise<void>;
  close(): Promise<void>;
}

interface Line {
  readonly transport: Transport;
  upload(
    url: string,
    headers: Record<string, string>,
    file: string,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

/** What to do when there is no workspace of one's own: commands that write open one, commands that read use the sample. */
export type Wanting = "read" | "own";

/** Connects to the data and settles on a workspace. `what` names this command to others who want the same data. */
export async function connect(
  io: Pick<Io, "say" | "place">,
  what: string,
  wanted: string | undefined,
  wanting: Wanting,
): Promise<Connection> {
  const line = (await throughServer(io)) ?? (await throughMyself(io, what));
  try {
    const workspace = await settleWorkspace(line.transport, wanted, wanting);
    return {
      workspace,
      call: (endpoint, input) =>
        callEndpoint(line.transport, endpoint, { ...input, workspaceId: workspace.id }),
      async upload(url, file) {
        const answer = await line.upload(url, { "quarterdeck-workspace": workspace.id }, file);
        if (answer.status >= 400) throw new CallRefused(JSON.parse(answer.text) as Problem);
      },
      close: line.close,
    };
  } catch (error) {
    await line.close();
    throw error;
  }
}

/** Connects to the data without settling on a workspace, for what is about all of them. */
export async function connectToAll(
  io: Pick<Io, "say" | "place">,
  what: string,
): Promise<Pick<Connection, "call" | "close">> {
  const line = (await throughServer(io)) ?? (await throughMyself(io, what));
  return { call: (endpoint, input) => callEndpoint(line.transport, endpoint, input), close: line.close };
}

async function throughServer(io: Pick<Io, "place">): Promise<Line | null> {
  const holder = readHolder(io.place.directory);
  if (!holder?.address) return null;
  const { address, token } = holder;
  const authorization = `Bearer ${token}`;
  return {
    async transport({ method, url, headers, body }) {
      const answer = await fetch(`${address}${url}`, {
        method,
        headers: { ...headers, authorization },
        ...(body ? { body } : {}),
      });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text: await answer.text(),
      };
    },
    async upload(url, headers, file) {
      const { size } = await stat(file);
      const answer = await fetch(`${address}${url}`, {
        method: "PUT",
        headers: {
          ...headers,
          authorization,
          "content-type": "application/octet-stream",
          "content-length": String(size),
        },
        body: Readable.toWeb(createReadStream(file)) as ReadableStream,
        duplex: "half",
      } as RequestInit);
      return { status: answer.status, text: await answer.text() };
    },
    close: async () => undefined,
  };
}

async function throughMyself(io: Pick<Io, "say" | "place">, what: string): Promise<Line> {
  const quiet = (level: string, message: string, facts?: Readonly<Record<string, unknown>>) => {
    if (level === "error") io.say(`${message} ${JSON.stringify(facts ?? {})}`);
  };
  const opened: Opened = await openQuarterdeck(io.place, what, quiet);
  const { services, held } = opened;
  const server = await createServer({ routes, services, gate: accessGate(services, held.token) });
  const authorization = `Bearer ${held.token}`;
  return {
    async transport({ method, url, headers, body }) {
      const answer = await server.inject({
        method,
        url,
        headers: { ...headers, authorization, host: "127.0.0.1" },
        ...(body === undefined ? {} : { payload: body }),
      });
      return { status: answer.statusCode, headers: {}, text: answer.payload };
    },
    async upload(url, headers, file) {
      const answer = await server.inject({
        method: "PUT",
        url,
        headers: { ...headers, authorization, host: "127.0.0.1", "content-type": "application/octet-stream" },
        payload: createReadStream(file),
      });
      return { status: answer.statusCode, text: answer.payload };
    },
    async close() {
      await server.close();
      await opened.close();
    },
  };
}

async function settleWorkspace(
  transport: Transport,
  wanted: string | undefined,
  wanting: Wanting,
): Promise<WorkspaceOut> {
  const { items } = await callEndpoint(transport, getWorkspaces, {});
  if (wanted !== undefined) {
    const found = items.find((one) => one.id === wanted || one.name.toLowerCase() === wanted.toLowerCase());
    if (found) return found;
    throw new Refusal("not-found", `There is no workspace “${wanted}”.`, {
      fix:
        items.length > 0
          ? `Workspaces are: ${items.map((one) => one.name).join(", ")}.`
          : "There is none yet: import something.",
    });
  }
  const own = items.find((one) => one.origin === "own");
  if (own) return own;
  if (wanting === "own") {
    return callEndpoint(transport, openWorkspace, {
      body: { name: "My company", currency: "USD", timeZone: "UTC" },
    });
  }
  if (items[0]) return items[0];
  throw new Refusal("not-found", "There is nothing here yet.", {
    fix: "Import your CRM's export with `quarterdeck import FOLDER`, or start with the sample company: `quarterdeck serve`.",
  });
}
