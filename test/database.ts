import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type Clock, systemClock } from "#base/kernel";
import { blankMark, type Database, layBlankRecord, openDatabase } from "../src/base/platform/db/index.ts";

/** The PostgreSQL server that tests use instead of the embedded database, where one is named. */
export const serverUrl: string | undefined = process.env.QUARTERDECK_TEST_DATABASE_URL || undefined;

const cache = fileURLToPath(new URL("../node_modules/.cache/quarterdeck", import.meta.url));

/** Where blank records are kept, from one run of tests to the next. */
export const blankFolder = `${cache}/blanks`;

const templateName = () => `quarterdeck_template_${blankMark()}`;

/** A data directory with a migrated, empty record in it, not open. */
export async function blankDirectory(directory: string): Promise<void> {
  await layBlankRecord(blankFolder, directory, systemClock);
}

/** A migrated, empty embedded database as a tar (for `load`), made once and kept below node_modules/.cache. */
export async function templateDump(): Promise<Uint8Array> {
  const path = `${cache}/${templateName()}.tar`;
  if (!fs.existsSync(path)) {
    const database = await openDatabase({ clock: systemClock, thread: "this" });
    const tar = (await database.dump?.()) ?? new Uint8Array();
    await database.close();
    fs.mkdirSync(cache, { recursive: true });
    // Several test files may do this at once: each moves a whole file into place, and all are the same.
    const own = `${path}.${randomBytes(6).toString("hex")}`;
    fs.writeFileSync(own, tar);
    fs.renameSync(own, path);
  }
  return fs.readFileSync(path);
}

async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Makes the template database where it is missing. PostgreSQL copies it only while nobody is connected to it. */
async function ensureServerTemplate(url: string, clock: Clock): Promise<string> {
  const name = templateName();
  await asAdministrator(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('quarterdeck_template'))");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template template0 encoding 'UTF8'`);
    await (await openDatabase({ url: databaseAt(url, unfinished), clock })).close();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

async function onServer(url: string, source: string, clock: Clock, migrates: boolean): Promise<Database> {
  const name = `quarterdeck_test_${randomBytes(8).toString("hex")}`;
  await asAdministrator(url, (client) =>
    client.query(`create database ${name} template ${source} encoding 'UTF8'`),
  );
  const database = await openDatabase({ url: databaseAt(url, name), clock, migrate: migrates });
  return {
    ...database,
    async close() {
      await database.close();
      await asAdministrator(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/**
 * A new, migrated, empty database for one test file; close it at the end. Embedded and in memory, or, when
 * QUARTERDECK_TEST_DATABASE_URL names a server, a database of its own there, dropped on close.
 */
export async function freshDatabase(clock: Clock = systemClock): Promise<Database> {
  if (serverUrl !== undefined)
    return onServer(serverUrl, await ensureServerTemplate(serverUrl, clock), clock, true);
  return openDatabase({ clock, thread: "this", load: await templateDump() });
}

/** A new database without anything in it, the schema included; where {@link freshDatabase} would make one. */
export async function emptyDatabase(clock: Clock = systemClock): Promise<Database> {
  if (serverUrl !== undefined) return onServer(serverUrl, "template0", clock, false);
  return openDatabase({ clock, thread: "this", migrate: false });
}
