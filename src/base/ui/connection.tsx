/** The one way from a screen to the server: endpoints asked and done through TanStack Query. */

import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { createContext, useCallback, useContext } from "react";
import {
  type CallInput,
  CallRefused,
  type ClientSide,
  callEndpoint,
  type Endpoint,
  type EndpointShape,
  type Problem,
  type Transport,
} from "#base/contract";

/** What an endpoint answers. */
type Output<E extends EndpointShape> = ClientSide<Endpoint<E>>["output"];

/** One call through the browser's fetch, for the workspace on screen. */
function call<E extends EndpointShape>(
  target: Endpoint<E>,
  input: CallInput<E>,
  workspaceId: string | undefined,
  transport: Transport = fetchTransport,
): Promise<Output<E>> {
  const chosen = workspaceId ? { workspaceId } : {};
  return callEndpoint(transport, target, { ...chosen, ...input }) as Promise<Output<E>>;
}

/** The position of the last write from this page. */
let lastWrite: string | null = null;

/** Reaches the server that served this page. An unreachable server is said in words for people. */
export const fetchTransport: Transport = async ({ method, url, headers, body }) => {
  try {
    // What was written last must be known to every figure read after it.
    const after: Record<string, string> =
      method === "GET" && lastWrite ? { "quarterdeck-after": lastWrite } : {};
    const sent = { ...headers, ...after };
    const answer = await fetch(url, {
      method,
      headers: sent,
      body: body ?? null,
      credentials: "same-origin",
    });
    lastWrite = answer.headers.get("quarterdeck-position") ?? lastWrite;
    const text = await answer.text();
    const speaksJson = /json/.test(answer.headers.get("content-type") ?? "");
    if (answer.status >= 400 && !speaksJson) throw new CallRefused(unreadable(answer.status));
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
  } catch (failure) {
    if (failure instanceof CallRefused) throw failure;
    throw new CallRefused(unreachable);
  }
};

const unreachable: Problem = {
  type: "about:blank",
  title: "Out of reach",
  status: 0,
  detail: "Quarterdeck does not answer.",
  fix: "See whether it is still running on its machine, then try again.",
};
const unreadable = (status: number): Problem => ({
  type: "about:blank",
  title: "No answer",
  status,
  detail: `The server answered with status ${status} and nothing that can be read.`,
  fix: "Try again; if it stays so, the server's log says more.",
});

/** Which workspace the calls are for; undefined: the one that the session opened. */
const WorkspaceChoice = createContext<string | undefined>(undefined);
export const WorkspaceChoiceProvider = WorkspaceChoice.Provider;
export const useWorkspaceChoice = (): string | undefined => useContext(WorkspaceChoice);

/** A client that does not ask twice for what it knows, and does not repeat what was refused. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The past is asked again seldom: only a late entry changes it, and what is done here is known at once.
        staleTime: ({ queryKey }) => (JSON.stringify(queryKey).includes("asOf") ? 300_000 : 30_000),
        refetchOnWindowFocus: false,
        retry: (count, failure) =>
          count < 1 &&
          failure instanceof CallRefused &&
          (failure.problem.status === 0 || failure.problem.status > 500),
      },
    },
  });
}

/** What a question is known by, and how it is asked. */
function asking<E extends EndpointShape>(
  target: Endpoint<E>,
  input: CallInput<E>,
  workspaceId: string | undefined,
) {
  return {
    queryKey: [target.shape.path, workspaceId ?? null, input.params ?? null, input.query ?? null],
    queryFn: () => call(target, input, workspaceId),
    meta: { target, input },
  };
}

/**
 * Fetches what the page would show on other days, so that moving to them is instant. Takes the day that is shown
 * (undefined: today) and those that may come next.
 */
export function useForesight(): (shown: string | undefined, days: readonly (string | undefined)[]) => void {
  const workspaceId = useWorkspaceChoice();
  const client = useQueryClient();
  return useCallback(
    (shown, days) => {
      for (const { meta } of client.getQueryCache().findAll({ type: "active" })) {
        const { target, input } = (meta ?? {}) as { target?: Endpoint; input?: CallInput<EndpointShape> };
        const query = input?.query as { asOf?: string } | undefined;
        if (!target || !input || !takesDay(target) || query?.asOf !== shown) continue;
        for (const day of days) {
          const { asOf: _, ...rest } = query ?? {};
          const moved = { ...input, query: day ? { ...rest, asOf: day } : rest } as CallInput<EndpointShape>;
          void client.prefetchQuery(asking(target, moved, workspaceId));
        }
      }
    },
    [client, workspaceId],
  );
}

/** Whether an endpoint can be asked as of a day. */
function takesDay({ shape }: Endpoint): boolean {
  const fields = (shape.query as { shape?: Record<string, unknown> } | undefined)?.shape;
  return fields !== undefined && "asOf" in fields;
}

/** Asks an endpoint and keeps the last answer on screen while the next one is on its way. */
export function useAsk<E extends EndpointShape>(
  target: Endpoint<E>,
  input: CallInput<E>,
  options: {
    enabled?: boolean;
    keep?: boolean;
    /** Asks again after this many milliseconds, as long as the last answer wants it. */
    again?: (last: Output<E>) => number | false;
  } = {},
) {
  const workspaceId = useWorkspaceChoice();
  return useQuery<Output<E>, Error>({
    ...asking(target, input, workspaceId),
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : (options.again?.(state.data) ?? false),
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData as never }),
  });
}

/** Asks an endpoint page after page; `inputAt` makes the question for a page, `nextOf` says where the next one starts. */
export function useAskPages<E extends EndpointShape, At extends string | number>(
  target: Endpoint<E>,
  inputAt: (at: At | undefined) => CallInput<E>,
  nextOf: (output: Output<E>) => At | null,
  options: { enabled?: boolean } = {},
) {
  const workspaceId = useWorkspaceChoice();
  const first = inputAt(undefined);
  return useInfiniteQuery({
    queryKey: ["pages", target.shape.path, workspaceId ?? null, first.params ?? null, first.query ?? null],
    queryFn: ({ pageParam }) => call(target, inputAt((pageParam as At | null) ?? undefined), workspaceId),
    initialPageParam: null as At | null,
    getNextPageParam: (last: Output<E>) => nextOf(last),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
}

/** Does something at an endpoint. Afterwards every answer on screen is asked anew: one change can move many figures. */
export function useDo<E extends EndpointShape>(target: Endpoint<E>) {
  const workspaceId = useWorkspaceChoice();
  const client = useQueryClient();
  return useMutation<Output<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(target, input, workspaceId),
    onSuccess: () => void client.invalidateQueries(),
  });
}

/** Sends the bytes of a file to an endpoint that takes a stream; `by`: another way than the browser's fetch. */
export function useSend<E extends EndpointShape>(target: Endpoint<E>) {
  const workspaceId = useWorkspaceChoice();
  return useMutation<Output<E>, Error, { input: Omit<CallInput<E>, "body">; file: Blob; by?: Transport }>({
    mutationFn: ({ input, file, by }) => {
      const carry: Transport = async ({ method, url, headers }) => {
        const sent = { ...headers, "content-type": "application/octet-stream" };
        const answer = await fetch(url, { method, headers: sent, body: file, credentials: "same-origin" });
        return { status: answer.status, headers: {}, text: await answer.text() };
      };
      return call(target, input as CallInput<E>, workspaceId, by ?? carry);
    },
  });
}

/** The server's own words about a failure, whatever went wrong. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof CallRefused) return failure.problem;
  const detail = failure instanceof Error ? failure.message : String(failure);
  return { type: "about:blank", title: "Something broke on this page", status: 0, detail };
}

/** Asks an endpoint several questions at once; the answers stand in the order of the questions. */
export function useAskAll<E extends EndpointShape>(target: Endpoint<E>, inputs: readonly CallInput<E>[]) {
  const workspaceId = useWorkspaceChoice();
  return useQueries({
    queries: inputs.map((input) => asking(target, input, workspaceId)),
  });
}
