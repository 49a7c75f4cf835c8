/** COPY … FROM STDIN over a connection of its own: the fastest way into a table that PostgreSQL has. */
import { Client, type Connection } from "pg";

/** What the driver sends and hears of one COPY; it has no such query of its own. */
class Copy {
  readonly #statement: string;
  readonly #lines: Iterable<string>;
  readonly #ended: (problem: Error | null) => void;

  constructor(statement: string, lines: Iterable<string>, ended: (problem: Error | null) => void) {
    this.#statement = statement;
    this.#lines = lines;
    this.#ended = ended;
  }

  submit(connection: Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(
    connection: Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void },
  ) {
    let piece = "";
    for (const line of this.#lines) {
      piece += line;
      if (piece.length < 65_536) continue;
      connection.sendCopyFromChunk(Buffer.from(piece));
      piece = "";
    }
    connection.sendCopyFromChunk(Buffer.from(piece));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#ended(null);
  }
  handleError(problem: Error): void {
    this.#ended(problem);
  }
}

/** Copies lines of tab-separated text into a table. */
export async function copyInto(url: string, target: string, lines: Iterable<string>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await new Promise<void>((resolve, reject) => {
      const ended = (problem: Error | null) => (problem === null ? resolve() : reject(problem));
      client.query(new Copy(`copy ${target} from stdin`, lines, ended));
    });
  } finally {
    await client.end();
  }
}
