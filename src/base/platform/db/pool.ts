import pg from "pg";
import type { Line } from "./embedded/line.ts";
import { EmbeddedSocket } from "./embedded/socket.ts";
import { refuseSecondConnection } from "./transaction.ts";
import { acceptTemporalParameters, columnReaders } from "./values.ts";

/** A pool that will not hand out a second connection to somebody who holds a transaction. */
class RecordPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(given: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(given?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | undefined {
    refuseSecondConnection();
    if (given === undefined) return super.connect();
    super.connect(given);
    return undefined;
  }
}

function openPool(config: pg.PoolConfig): pg.Pool {
  acceptTemporalParameters();
  const pool = new RecordPool({ ...config, types: columnReaders });
  // A connection that breaks fails its queries and is replaced; without listeners it would end the program as well.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** One connection, kept for good: the embedded database is one session, and others wait for their turn. */
export function embeddedPool(line: Line): pg.Pool {
  return openPool({
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    user: "postgres",
    database: "postgres",
    ssl: false,
    stream: () => new EmbeddedSocket(line),
  });
}

/** Ten connections to a server, none of which waits for a statement or a lock without end. */
export function serverPool(url: string): pg.Pool {
  return openPool({
    connectionString: url,
    max: 10,
    application_name: "quarterdeck",
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 300_000,
    options: "-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601",
  });
}
