/**
 * `node bin/faults.ts [--quick]`: what can go wrong with machine and database, as one command: processes killed during
 * writes, calls and imports, the order of system calls before an acknowledgement, a full disk, a database that goes away
 * and comes back, a copy for figures that is missing or damaged, two starts on one directory, a clock that is set back,
 * migrations and restores that break off. On the embedded record and, where PostgreSQL's binaries are present, on a
 * server. A hundred kills, twenty of them during an import; with --quick as few as `npm test` does.
 */
import { startPostgres } from "../test/postgres-server.ts";
import { rings, runsOnServer } from "./rings.ts";
import { conclude, type Outcome, tests } from "./step.ts";

const quick = process.argv.includes("--quick");
const long = quick ? {} : { QUARTERDECK_TEST_KILLS: "100", QUARTERDECK_TEST_IMPORT_KILLS: "20" };
const about =
  /^test\/(durability|replica)\/|\/platform\/(lock|db)\/|crm\/history\/history\.test|http\/(shedding|idempotency)\.test/;
const files = rings().database.filter((file) => about.test(file));
const outcomes: Outcome[] = [await tests("faults, embedded", files, long)];
const leftOut: string[] = [];

const server = await startPostgres();
if (server) {
  const environment = { ...long, QUARTERDECK_TEST_DATABASE_URL: server.url };
  try {
    outcomes.push(
      await tests(`faults, PostgreSQL ${server.version}`, files.filter(runsOnServer), environment),
    );
  } finally {
    await server.stop();
  }
} else {
  leftOut.push("the faults of a PostgreSQL server (no server binaries found)");
}
conclude(outcomes, leftOut);
