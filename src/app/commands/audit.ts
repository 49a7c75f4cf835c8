/** `quarterdeck audit`: the audit log on the command line, and whether anybody tampered with it. */
import { Refusal } from "#base/kernel";
import {
  type AuditVerificationOut,
  exportAuditEvents,
  getAuditEvents,
  getWorkspaces,
  verifyAudit,
} from "#people/contract";
import {
  type Command,
  dayText,
  type Given,
  type Io,
  jsonFlag,
  WrongUsage,
  workspaceFlag,
} from "./command.ts";
import { type Connection, connect, connectToAll } from "./connection.ts";
import { grouped, table } from "./print.ts";

const listedMax = 200;

export const audit: Command = {
  name: "audit",
  operands: "ACTION",
  summary: "Lists the audit log (list), or walks its chain and says whether it is whole (verify)",
  flags: [
    workspaceFlag,
    {
      name: "head",
      value: "HASH",
      help: "verify: a head that was kept elsewhere, which must still be there",
    },
    { name: "from", value: "DAY", help: "list: the first day" },
    { name: "to", value: "DAY", help: "list: the last day" },
    { name: "kind", value: "KIND", help: "list: events of one kind, for example “key made”" },
    { name: "person", value: "ID", help: "list: what one person did, by their id" },
    { name: "outcome", value: "OUTCOME", help: "list: done, refused or failed" },
    { name: "text", value: "TEXT", help: "list: a part of an actor, an address, an endpoint or an id" },
    { name: "csv", value: null, help: "list: everything that passes as CSV on standard output" },
    jsonFlag,
  ],
  examples: [
    "quarterdeck audit verify",
    "quarterdeck audit verify --workspace Northwind --json",
    "quarterdeck audit list --outcome refused --from 2026-11-01",
    'quarterdeck audit list --kind "key made" --csv',
  ],
  async run(given, io) {
    const [action] = given.operands;
    if (action !== "list" && action !== "verify")
      throw new WrongUsage(`There is no action “${action}”: it is list or verify.`);
    if (action === "verify") return verify(given, io);
    const connection = await connect(io, "reading the audit log", given.text("workspace"), "read");
    try {
      await list(connection, given, io);
    } finally {
      await connection.close();
    }
  },
};

/** What the flags ask for; the server refuses a kind or an outcome that there is not. */
function filterOf(given: Given) {
  const [from, to] = [dayText(given.text("from"), "from"), dayText(given.text("to"), "to")];
  const [kind, outcome] = [given.text("kind"), given.text("outcome")];
  const [person, text] = [given.text("person"), given.text("text")];
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(kind === undefined ? {} : { kind: kind as never }),
    ...(outcome === undefined ? {} : { outcome: outcome as never }),
    ...(person === undefined ? {} : { person }),
    ...(text === undefined ? {} : { text }),
  };
}

async function list(connection: Connection, given: Given, io: Io): Promise<void> {
  const query = filterOf(given);
  if (given.is("csv")) {
    io.out(String(await connection.call(exportAuditEvents, { query })).replace(/\r\n$/, ""));
    return;
  }
  const { items, nextCursor } = await connection.call(getAuditEvents, {
    query: { ...query, limit: listedMax },
  });
  if (given.is("json")) io.out(JSON.stringify({ items }, null, 2));
  else
    io.out(
      table(
        ["when", "what happened", "through", "from"],
        items.map((event) => [event.at.slice(0, 19), event.words, event.source, event.address ?? ""]),
        [],
      ),
    );
  if (nextCursor !== null)
    io.say(`These are the latest ${listedMax}. Narrow them with --from and --to, or take all with --csv.`);
}

type Chain = AuditVerificationOut["chains"][number];
interface Verified extends Chain {
  /** The workspace's name; null: the installation's chain. */
  readonly workspace: string | null;
}

/** Verifies the chain of one workspace, or of all, and the installation's. Refuses, with exit status 1, what is broken. */
async function verify(given: Given, io: Io): Promise<void> {
  const head = given.text("head");
  const chains = await everyChain(given, io, head);
  const isKept = head === undefined || chains.some(({ keptAt }) => keptAt !== null);
  const whole = isKept && chains.every(({ broken }) => broken === null);
  io.out(given.is("json") ? JSON.stringify({ whole, chains }, null, 2) : chains.map(wordsOf).join("\n"));
  if (whole) return;
  if (isKept)
    throw new Refusal("conflict", "The audit log is broken.", {
      fix: "Leave the database as it is, take a backup of it, and find out who can write to it past Quarterdeck.",
    });
  throw new Refusal("conflict", "No event has the head that was kept elsewhere.", {
    fix: "The end was cut off after it was kept, or the log was written anew; or the head is another installation's.",
  });
}

async function everyChain(given: Given, io: Io, head: string | undefined): Promise<Verified[]> {
  const connection = await connectToAll(io, "verifying the audit log");
  try {
    const { items } = await connection.call(getWorkspaces, {});
    const wanted = given.text("workspace")?.toLowerCase();
    const asked = items.filter(
      ({ id, name }) => wanted === undefined || id === wanted || name.toLowerCase() === wanted,
    );
    if (asked.length === 0)
      throw new Refusal("not-found", wanted ? "There is no such workspace." : "There is nothing here yet.");
    const chains: Verified[] = [];
    for (const { id, name } of asked) {
      const query = head === undefined ? {} : { head };
      const found = await connection.call(verifyAudit, { query, workspaceId: id });
      const [own, installation] = found.chains;
      if (own) chains.push({ ...own, workspace: name });
      if (installation && id === asked.at(-1)?.id) chains.push({ ...installation, workspace: null });
    }
    return chains;
  } finally {
    await connection.close();
  }
}

/** "Northwind: 1,204 events, whole. Head 3f2a91bc:…" */
function wordsOf({ workspace, events, head, broken, keptAt }: Verified): string {
  const whose = workspace ?? "Installation";
  const many = `${grouped(String(events))} ${events === 1 ? "event" : "events"}`;
  if (broken !== null) return `${whose}: broken after ${many}. ${broken.words}`;
  const kept = keptAt === null ? "" : ` The head that was kept is event ${keptAt}.`;
  return `${whose}: ${many}, whole.${head === null ? "" : ` Head ${head}.`}${kept}`;
}
