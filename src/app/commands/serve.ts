/** `quarterdeck serve` (and `npm start`): opens the data, loads the sample company the first time, listens, prints the link. */
import { randomBytes } from "node:crypto";
import { Refusal } from "#base/kernel";
import {
  type BesideTheServer,
  readHolder,
  type Services,
  scheduleSnapshots,
  tellAudit,
} from "#base/platform";
import { haltImports, importFolderOf, resumeImports } from "#crm";
import { findWorkspaces, makeSignInLink, openOwnWorkspace } from "#people";
import { offerSignIn } from "#people/contract";
import { contributedToImports, routes } from "../capabilities.ts";
import { loadSampleCompany } from "../first-start.ts";
import { openQuarterdeck } from "../opening.ts";
import { startServer, stopOnSignals } from "../server.ts";
import { builtWebApp } from "../web-build.ts";
import { type Command, type Io, workspaceFlag } from "./command.ts";
import { connect } from "./connection.ts";

export const link: Command = {
  name: "link",
  operands: "",
  summary: "Prints a new link that signs in to the running Quarterdeck",
  flags: [workspaceFlag],
  examples: ["quarterdeck link"],
  async run(given, io) {
    const address = readHolder(io.place.directory)?.address;
    if (!address) {
      throw new Refusal("unavailable", "Quarterdeck is not running.", {
        fix: "Start it with `quarterdeck serve`; it prints a link.",
      });
    }
    const connection = await connect(io, "a sign-in link", given.text("workspace"), "read");
    const { path } = await connection.call(offerSignIn, { body: {} });
    io.out(`${address}${path}`);
    await connection.close();
  },
};

export const token: Command = {
  name: "token",
  operands: "",
  summary: "Prints the token by which a program on this machine calls the running Quarterdeck",
  flags: [],
  examples: ["QUARTERDECK_TOKEN=$(quarterdeck token)"],
  async run(_given, io) {
    const holder = readHolder(io.place.directory);
    if (!holder?.address) {
      throw new Refusal("unavailable", "Quarterdeck is not running.", {
        fix: "Start it with `quarterdeck serve`; each start has a token of its own.",
      });
    }
    io.out(holder.token);
  },
};

export const serve: Command = {
  name: "serve",
  operands: "",
  summary: "Starts Quarterdeck and prints a link that opens it signed in",
  flags: [
    { name: "blank", value: null, help: "Start empty, without the sample company, on the first start" },
  ],
  examples: ["quarterdeck serve", "PORT=8080 QUARTERDECK_DATA=/srv/quarterdeck quarterdeck serve"],
  async run(given, io) {
    const webRoot = await builtWebApp(io.say);
    const { services, held, close } = await openQuarterdeck(io.place, "the server");
    try {
      const { db } = services.database;
      if ((await findWorkspaces(db)).length === 0) await moveIn(services, given.is("blank"), io.say);
      const workspaces = await findWorkspaces(db);
      const stopSnapshots = takeSnapshots(services, io.place.directory);
      const running = await startServer({
        services,
        routes,
        webRoot,
        commandLineToken: held.token,
        environment: {
          PORT: io.environment.PORT,
          HOST: io.environment.HOST,
          METRICS_PORT: io.environment.METRICS_PORT,
          QUARTERDECK_ORIGIN: io.environment.QUARTERDECK_ORIGIN,
          QUARTERDECK_PROXY: io.environment.QUARTERDECK_PROXY,
        },
        beforeClosing: async () => {
          await stopSnapshots();
          await haltImports();
        },
        release: () => held.release(),
      });
      const resumed = await resumeImports({ ...services, ...contributedToImports }, (id) =>
        importFolderOf(services, id),
      );
      if (resumed > 0)
        io.say(
          `Going on with ${resumed === 1 ? "an import that was" : `${resumed} imports that were`} broken off.`,
        );
      held.announce(running.origin);
      stopOnSignals(running, services);
      const usual = workspaces.find((one) => one.origin === "own") ?? workspaces[0];
      io.say("");
      if (usual) {
        const link = await makeSignInLink(db, usual.id, services.clock, randomBytes);
        await tellAudit(db, services.clock, byServe("sign-in link made", usual.id));
        const own = io.environment.QUARTERDECK_ORIGIN;
        if (own) io.say(`Quarterdeck is running for people who sign in at ${own}.`);
        io.say(
          `${own ? "On this machine, open" : "Quarterdeck is running. Open"} this link; it signs you in once, within 15 minutes:`,
        );
        io.out(`${running.origin}${link}`);
      }
      io.say("Stop it with Ctrl-C.");
    } catch (error) {
      await close();
      throw error;
    }
  },
};

const byServe = (kind: BesideTheServer["kind"], workspaceId: string): BesideTheServer => ({
  ...{ kind, endpoint: "quarterdeck serve", by: "Command line", workspaceId },
});

/** The first start: a company of one's own, empty, or the sample company. */
async function moveIn(services: Services, blank: boolean, say: Io["say"]): Promise<void> {
  const { clock, database } = services;
  const id = blank
    ? (await openOwnWorkspace(database.db, clock, unnamedCompany())).id
    : await loadSampleCompany(services, say);
  await tellAudit(database.db, clock, byServe(blank ? "workspace opened" : "sample company loaded", id));
}

/** Takes a snapshot a day, told to the log, and to the audit log when it was taken. Gives the way to stop. */
function takeSnapshots({ database, clock, log }: Services, directory: string): () => Promise<void> {
  let telling: Promise<void> = Promise.resolve();
  const stop = scheduleSnapshots(database, directory, clock, (outcome) => {
    log("path" in outcome ? "info" : "warn", "Snapshot of the embedded database.", { ...outcome });
    if (!("path" in outcome)) return;
    const taken = { kind: "snapshot taken", endpoint: "schedule", by: "Quarterdeck" } as const;
    telling = tellAudit(database.db, clock, taken).catch((error: unknown) =>
      log("error", "A snapshot could not be written into the audit log.", { error }),
    );
  });
  return async () => {
    await stop();
    await telling;
  };
}

/** A company that its owner has not named yet: the first page asks for the rest. */
function unnamedCompany() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { name: "My company", currency: "USD", timeZone, fiscal: {} };
}
