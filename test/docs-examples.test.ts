/** What the documentation shows as output is what the program puts out, on the sample company as told on one day. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { castOf, foundSampleCompany, tellingDay } from "#test/cast";
import { commands } from "../src/app/commands/all.ts";
import { type Command, type Io, readGiven } from "../src/app/commands/command.ts";
import { openQuarterdeck } from "../src/app/opening.ts";
import { fixedClock } from "../src/base/kernel/index.ts";
import { serverUrl } from "./database.ts";
import { shownOutputs } from "./docs/outputs.ts";
import { readPages } from "./docs/pages.ts";

const directory = mkdtempSync(join(tmpdir(), "quarterdeck-docs-"));
const place = { directory, url: null };
const shown = shownOutputs(readPages());
const told = fixedClock(tellingDay.toZonedDateTime({ timeZone: "UTC", plainTime: "15:00" }).toInstant());

beforeAll(async () => {
  if (serverUrl) return;
  const opened = await openQuarterdeck(place, "the check of the documentation", () => undefined, told);
  await foundSampleCompany(opened.services.database.db, castOf(), told);
  await opened.close();
}, 180_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function outputOf(command: Command, words: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const silent = { say: () => undefined, progress: () => undefined, onInterrupt: () => () => undefined };
  const io: Io = { ...silent, out: (text) => lines.push(text), place, environment: {} };
  await command.run(readGiven(command, words), io);
  return lines.join("\n");
}

test("there are examples with output", () => {
  expect(shown.length).toBeGreaterThan(4);
});

// The embedded run has shown it; a server adds nothing to what is printed.
test.skipIf(serverUrl !== undefined).each(shown)(
  "$path shows what $call puts out",
  async ({ words, output }) => {
    const [name = "", ...rest] = words;
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`There is no command ${name}.`);
    expect(await outputOf(command, rest)).toBe(output);
  },
);

test.skipIf(serverUrl !== undefined).each([
  ["--from", "2024-11-01", "--to", "2026-10-31"],
  ["--from", "2026-02-01", "--to", "2026-07-31", "--closing-to", "2026-10-31"],
  ["--from", "2026-07-31", "--to", "2026-08-31", "--where", "region=Europe", "--closing-from", "2026-08-01"],
])("the guide says that a waterfall leaves nothing over: %s %s %s %s", async (...words) => {
  const command = commands.find((one) => one.name === "waterfall");
  if (command === undefined) throw new Error("There is no command waterfall.");
  const answer = JSON.parse(await outputOf(command, [...words, "--json"]));
  expect(answer.residual).toBe("0.00");
  expect(answer.steps.length).toBeGreaterThan(9);
});
