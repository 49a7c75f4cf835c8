/** Writes a ZIP archive as it is made: each part is compressed on its way, and nothing is held as a whole. */
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Sizes and the checksum follow the content, and names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 1 January 1980, midnight: the same content gives the same archive. */
const [noTime, firstDay] = [0, 0x21];

/** The archive's bytes. An archive beyond four gibibytes is not written. */
export async function* zipOf(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const head = localHead(name);
    yield head;
    const counted = { crc: 0, size: 0 };
    let packed = 0;
    for await (const chunk of compressed(part.content, counted)) {
      packed += chunk.length;
      yield chunk;
    }
    const tail = descriptor(counted.crc, packed, counted.size);
    yield tail;
    written.push({ name, offset, packed, ...counted });
    offset += head.length + packed + tail.length;
    if (offset > 0xffffffff) throw new Error("The archive would be larger than four gibibytes.");
  }
  const directory = Buffer.concat(written.map(centralHead));
  yield directory;
  yield endOf(written.length, directory.length, offset);
}

async function* compressed(
  content: ZipPart["content"],
  counted: { crc: number; size: number },
): AsyncGenerator<Uint8Array> {
  async function* counting() {
    for await (const chunk of content) {
      counted.crc = crc32(chunk, counted.crc);
      counted.size += chunk.length;
      yield chunk;
    }
  }
  const packing = createDeflateRaw({ level: 6 });
  // A failure on the way in ends what comes out, where it is thrown on.
  pipeline(Readable.from(counting()), packing, () => undefined);
  for await (const chunk of packing) yield chunk as Uint8Array;
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(noTime, 10);
  head.writeUInt16LE(firstDay, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor(crc: number, packed: number, size: number): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function centralHead({ name, offset, crc, packed, size }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(noTime, 12);
  head.writeUInt16LE(firstDay, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
