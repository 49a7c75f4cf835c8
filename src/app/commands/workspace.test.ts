/** Workspaces by the command line, on a data directory of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { blankDirectory, serverUrl } from "../../../test/database.ts";
import { type Io, readGiven } from "./command.ts";
import { workspace } from "./workspace.ts";

const directory = mkdtempSync(join(tmpdir(), "quarterdeck-workspaces-"));
beforeAll(() => blankDirectory(directory));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What a command puts out. */
async function run(...words: string[]): Promise<string[]> {
  const out: string[] = [];
  const io = {
    ...{ out: (text: string) => out.push(text), say: () => undefined },
    ...{ place: { directory, url: null }, environment: {} },
  } as unknown as Io;
  await workspace.run(readGiven(workspace, words), io);
  return out;
}

// On a server it is the same program; what is tried here needs a data directory alone.
test.skipIf(serverUrl !== undefined)(
  "any number of workspaces is opened, one after the other, and listed",
  async () => {
    for (const name of ["One", "Two", "Three"]) await run(name, "--currency", "eur");
    const [list = ""] = await run("--json");
    expect(
      JSON.parse(list).map((one: { name: string; currency: string }) => [one.name, one.currency]),
    ).toEqual(
      expect.arrayContaining([
        ["One", "EUR"],
        ["Two", "EUR"],
        ["Three", "EUR"],
      ]),
    );
    await expect(run("two")).rejects.toMatchObject({ message: "There is a workspace “two” already." });
    const refused = await run("Four", "--currency", "ZZZ").catch((no: unknown) => no);
    expect(refused instanceof CallRefused && refused.problem.fields).toEqual([
      { field: "currency", message: "There is no such currency." },
    ]);
  },
);
