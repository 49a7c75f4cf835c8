/** A caller with a seat: the routes of a client on its database, asked by somebody with an access role. */
import { type CallInput, callEndpoint, type Endpoint, type EndpointShape } from "#base/contract";
import { createServer, type Route } from "#base/platform";
import { type Client, testHost } from "./client.ts";

export interface Seated {
  readonly role: string;
  readonly name?: string;
  readonly personId?: string | null;
}

/** Calls endpoints as somebody with this seat. Throws CallRefused with the problem document. */
export async function seatedCaller(client: Client, routes: readonly Route[], seat: Seated) {
  const { workspaceId, services } = client;
  const server = await createServer({
    routes,
    services,
    gate: {
      seatOf: async () => ({
        ...{ personId: seat.personId ?? null, name: seat.name ?? seat.role, role: seat.role },
        ...{ workspaceId, session: null, source: "app" },
      }),
      hasWorkspace: async (id) => id === workspaceId,
      peopleReached: async (_, personId) => (personId === null ? [] : [personId]),
    },
  });
  return {
    call: <E extends EndpointShape>(target: Endpoint<E>, input: CallInput<E>) =>
      callEndpoint(
        async ({ method, url, headers, body }) => {
          const from = { host: testHost, origin: `http://${testHost}` };
          const answer = await server.inject({
            ...{ method, url, headers: { ...headers, ...from } },
            ...(body === undefined ? {} : { payload: body }),
          });
          return {
            status: answer.statusCode,
            headers: answer.headers as Record<string, string>,
            text: answer.body,
          };
        },
        target,
        input,
      ),
    close: () => server.close(),
  };
}
export type SeatedCaller = Awaited<ReturnType<typeof seatedCaller>>;
