/**
 * The record as a seat sees it whose reach is not the whole company: every statement runs in a transaction as a role that
 * owns nothing and sees through row-level security only (policy/row-security.ts). Work that is handed this database cannot
 * see or write more, whatever it asks and however it forgets to filter.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type LogConfig,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
  type TransactionSettings,
} from "kysely";
import type pg from "pg";
import type { Tables } from "../../../../db/types/index.ts";
import type { Narrowed } from "../policy/compiled-rule.ts";
import { seatRole } from "../policy/row-security.ts";
import type { Db } from "./database.ts";

/** A {@link Narrowed} with its workspace. */
export interface NarrowedTo extends Narrowed {
  readonly workspaceId: string;
}

/** The database over the same connections, narrowed. */
export function narrowedDb(pool: pg.Pool, to: NarrowedTo, log: LogConfig): Db {
  const entering = enter(to);
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new NarrowedDriver(pool, entering),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log,
  });
}

/**
 * Gives what is left of a transaction back to the platform: what is written from here on is not the caller's. Harmless in
 * one that was never narrowed.
 */
export async function leaveNarrow(trx: Db): Promise<void> {
  await sql`set local role none`.execute(trx);
}

/** What narrows a transaction, as one statement without parameters; ids are checked, so that none can be anything else. */
function enter({ workspaceId, personId, people }: NarrowedTo): string {
  const ids = [workspaceId, ...people, ...(personId === null ? [] : [personId])];
  const odd = ids.find((id) => !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  if (odd !== undefined) throw new Error(`“${odd}” is not an id, so nothing is shown.`);
  return [
    `set local role ${seatRole}`,
    `set local quarterdeck.seen_workspace = '${workspaceId}'`,
    `set local quarterdeck.seen_by = '${personId ?? ""}'`,
    `set local quarterdeck.seen_people = '${people.join(",")}'`,
  ].join("; ");
}

/** What the driver below lends and takes back. */
type Lent = Parameters<PostgresDriver["releaseConnection"]>[0];

const run = (connection: DatabaseConnection, text: string) =>
  connection.executeQuery(CompiledQuery.raw(text));

/** Lends connections whose every statement is narrowed, in a transaction that was begun or in one of its own. */
class NarrowedDriver implements Driver {
  readonly #driver: PostgresDriver;
  readonly #entering: string;

  constructor(pool: pg.Pool, entering: string) {
    this.#driver = new PostgresDriver({ pool });
    this.#entering = entering;
  }

  init: Driver["init"] = (options) => this.#driver.init(options);

  acquireConnection: Driver["acquireConnection"] = async (options) =>
    new NarrowedConnection((await this.#driver.acquireConnection(options)) as Lent, this.#entering);

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const own = narrowed(connection);
    await this.#driver.beginTransaction(own.real, settings);
    own.inTransaction = true;
    await run(own.real, this.#entering);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = narrowed(connection);
    own.inTransaction = false;
    await this.#driver.commitTransaction(own.real);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = narrowed(connection);
    own.inTransaction = false;
    await this.#driver.rollbackTransaction(own.real);
  }

  savepoint: NonNullable<Driver["savepoint"]> = (connection, name, compile) =>
    this.#driver.savepoint(narrowed(connection).real, name, compile);

  rollbackToSavepoint: NonNullable<Driver["rollbackToSavepoint"]> = (connection, name, compile) =>
    this.#driver.rollbackToSavepoint(narrowed(connection).real, name, compile);

  releaseSavepoint: NonNullable<Driver["releaseSavepoint"]> = (connection, name, compile) =>
    this.#driver.releaseSavepoint(narrowed(connection).real, name, compile);

  releaseConnection: Driver["releaseConnection"] = (connection) =>
    this.#driver.releaseConnection(narrowed(connection).real);

  /** The connections belong to the database that this one was made from. */
  async destroy(): Promise<void> {}
}

function narrowed(connection: DatabaseConnection): NarrowedConnection {
  if (connection instanceof NarrowedConnection) return connection;
  throw new Error("A connection that is not narrowed came to a narrowed database.");
}

class NarrowedConnection implements DatabaseConnection {
  inTransaction = false;
  readonly real: Lent;
  readonly #entering: string;

  constructor(real: Lent, entering: string) {
    this.real = real;
    this.#entering = entering;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.inTransaction) return this.real.executeQuery<R>(query);
    await run(this.real, `begin; ${this.#entering}`);
    try {
      const result = await this.real.executeQuery<R>(query);
      await run(this.real, "commit");
      return result;
    } catch (error) {
      // Where the connection broke, this fails as well; what went wrong first is what the caller must hear.
      await run(this.real, "rollback").catch(() => undefined);
      throw error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("A narrowed database does not stream.");
  }
}
