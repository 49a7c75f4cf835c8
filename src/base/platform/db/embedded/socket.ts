import { Duplex } from "node:stream";
import type { Line } from "./line.ts";

type Done = (error?: Error | null) => void;

/**
 * What `pg` takes for its socket to a server, and is the line to the embedded database. `pg` corks the messages of
 * one query (parse, bind, describe, execute, sync), so a query is one exchange.
 */
export class EmbeddedSocket extends Duplex {
  readonly #line: Line;

  constructor(line: Line) {
    super();
    this.#line = line;
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#exchange(chunk, done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#exchange(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }
  override _read(): void {}
  override _final(done: Done): void {
    this.push(null);
    done();
  }

  #exchange(request: Buffer, done: Done): void {
    this.#line.exchange(new Uint8Array(request)).then(
      (reply) => {
        if (reply.length > 0 && !this.destroyed)
          this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.length));
        done();
      },
      (error: Error) => done(error),
    );
  }
}
