/**
 * `npm test`: everything. Format, lint, types, architecture and pure tests; the database-facing tests on the embedded
 * database and, where PostgreSQL's binaries are present, again on a real server that is started here; journeys in a real
 * browser where Chromium is present. What had to be left out is said at the end.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../test/postgres-server.ts";
import { chromium, rings, runsOnOneEngine, runsOnServer } from "./rings.ts";
import { conclude, type Outcome, step, tests } from "./step.ts";

const { quick, database, journeys } = rings();
const outcomes: Outcome[] = [];
const leftOut: string[] = [];

outcomes.push(await step("format and lint", "biome", ["ci", "."]));
outcomes.push(await step("types", "tsc", ["-p", "."]));
outcomes.push(await tests("pure tests and architecture", quick));
const server = await startPostgres();
const embedded = server ? database.filter((file) => !runsOnOneEngine(file)) : database;
outcomes.push(await tests("database tests, embedded", embedded));
if (server) {
  const files = database.filter(runsOnServer);
  const environment = { QUARTERDECK_TEST_DATABASE_URL: server.url };
  try {
    outcomes.push(await tests(`database tests, PostgreSQL ${server.version}`, files, environment));
  } finally {
    await server.stop();
  }
} else {
  leftOut.push(
    "the database tests on a PostgreSQL server (no server binaries found; Debian: apt-get install postgresql)",
  );
}

const browser = chromium();
if (browser && journeys.length > 0) {
  const told = mkdtempSync(join(tmpdir(), "quarterdeck-told-"));
  const environment = { QUARTERDECK_CHROMIUM: browser, QUARTERDECK_TOLD: told };
  outcomes.push(await tests("journeys in a browser", journeys, environment, ["--maxWorkers=2"]));
  rmSync(told, { recursive: true, force: true });
} else {
  leftOut.push("the journeys in a browser (no Chromium found; Debian: apt-get install chromium)");
}
conclude(outcomes, leftOut);
