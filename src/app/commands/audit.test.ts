/** The audit log by the command line, on a data directory of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemClock } from "#base/kernel";
import { openDatabase } from "#base/platform";
import { blankDirectory, serverUrl } from "../../../test/database.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { type Command, type Io, readGiven } from "./command.ts";
import { restore } from "./keep.ts";
import { workspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const directory = mkdtempSync(join(tmpdir(), "quarterdeck-audit-"));
beforeAll(() => blankDirectory(directory));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What a command puts out. */
async function run(command: Command, ...words: string[]): Promise<string> {
  const out: string[] = [];
  const io = {
    ...{ out: (text: string) => out.push(text), say: () => undefined },
    ...{ place: { directory, url: null }, environment: {} },
  } as unknown as Io;
  await command.run(readGiven(command, words), io);
  return out.join("\n");
}
const verified = async (...words: string[]) => JSON.parse(await run(audit, "verify", "--json", ...words));
const wordsIn = async (...words: string[]) =>
  JSON.parse(await run(audit, "list", "--json", ...words)).items.map((one: { words: string }) => one.words);

// On a server it is the same program; what is tried here needs a data directory alone.
test.skipIf(serverUrl !== undefined)(
  "events are listed and filtered, and chains verified, with the head kept elsewhere",
  async () => {
    for (const name of ["One", "Two"]) await run(workspace, name, "--currency", "eur");
    expect(await wordsIn("--workspace", "Two")).toEqual(["Command line opened the workspace “Two”"]);
    expect(await wordsIn("--workspace", "Two", "--outcome", "refused")).toEqual([]);
    expect(
      await wordsIn("--workspace", "Two", "--kind", "workspace opened", "--text", "COMMAND"),
    ).toHaveLength(1);
    expect(await wordsIn("--workspace", "Two", "--to", "2020-01-01")).toEqual([]);
    expect(await run(audit, "list", "--workspace", "Two")).toMatch(
      /opened the workspace “Two” +command line/,
    );
    const csv = await run(audit, "list", "--workspace", "Two", "--csv");
    // Its own export is in it: an event is written before the first byte leaves.
    expect(csv.split("\r\n")).toHaveLength(3);
    await expect(run(audit, "list", "--kind", "nonsense")).rejects.toMatchObject({
      problem: { status: 400 },
    });
    await expect(run(audit, "look")).rejects.toThrow("list or verify");

    const { whole, chains } = await verified();
    expect(whole).toBe(true);
    // The second has its own export in it by now.
    expect(chains.map(({ workspace: whose, events }: Chain) => [whose, events])).toEqual([
      ["One", 1],
      ["Two", 2],
      [null, 0],
    ]);
    const head = chains[0].head;
    expect(await run(audit, "verify", "--head", head)).toContain(
      `Head ${head}. The head that was kept is event 1.`,
    );
    await expect(run(audit, "verify", "--head", "0".repeat(64))).rejects.toThrow("No event has the head");
    await expect(run(audit, "verify", "--head", "abc")).rejects.toMatchObject({ problem: { status: 422 } });

    const file = join(directory, "one.backup");
    await run(backup, file);
    await run(restore, file);
    const restored = await verified("--head", head);
    expect(restored.whole).toBe(true);
    expect(restored.chains[2]).toMatchObject({ workspace: null, events: 1 });
    expect((await wordsIn("--workspace", "One")).slice(0, 2)).toEqual([
      "Command line put a backup in the place of the record",
      "Command line opened the workspace “One”",
    ]);
  },
);

interface Chain {
  readonly workspace: string | null;
  readonly events: number;
}

// It goes on with the data directory of the test before.
test.skipIf(serverUrl !== undefined)(
  "a chain that was tampered with is named, and the command fails",
  async () => {
    const database = await openDatabase({ directory, clock: systemClock, thread: "this" });
    await sql`alter table base.audit_event disable trigger user`.execute(database.db);
    await sql`update base.audit_event set actor = 'Nobody' where kind = 'export'`.execute(database.db);
    await sql`alter table base.audit_event enable always trigger refuse_rewrite`.execute(database.db);
    await database.close();
    const out = run(audit, "verify");
    await expect(out).rejects.toThrow("The audit log is broken.");
    await expect(run(audit, "verify", "--workspace", "Two")).rejects.toThrow("broken");
    expect(await run(audit, "verify", "--workspace", "One")).toContain("One: 1 event, whole.");
  },
);
