/** Rejected rows of several files packed into one: corrected, it can be imported as it is. */
import { crc32, deflateRawSync } from "node:zlib";
import { type FindRejected, type NamedTable, rejectedName, rejectedParts, tableIn } from "./rejected-file.ts";

interface Packed {
  readonly name: Buffer;
  readonly bytes: Buffer;
  readonly plainBytes: number;
  readonly sum: number;
  readonly at: number;
}

/** The first of January 1980, the earliest day that the format knows: the same rows give the same bytes. */
const day = 0x21;
const deflated = 8;
const namesAreUtf8 = 0x0800;

/** The fields that the header of a file and its entry in the list at the end have in common. */
function described({ name, bytes, plainBytes, sum }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(namesAreUtf8, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(day, 8);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(plainBytes, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signed = (signature: number, ...rest: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature, 0);
  return Buffer.concat([head, ...rest]);
};

function listed(packed: Packed): Buffer {
  const version = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(packed.at, 10);
  return signed(0x02014b50, version, described(packed), rest, packed.name);
}

function end(files: readonly Packed[], listAt: number, listBytes: number): Buffer {
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(files.length, 4);
  rest.writeUInt16LE(files.length, 6);
  rest.writeUInt32LE(listBytes, 8);
  rest.writeUInt32LE(listAt, 12);
  return signed(0x06054b50, rest);
}

/** A ZIP of the rejected rows of these files of an import, a file or more for each. */
export async function packedRejects(
  folder: string,
  named: readonly NamedTable[],
  find: FindRejected,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Packed[] = [];
  const pieces: Buffer[] = [];
  let at = 0;
  for (const source of named) {
    let part = 0;
    for await (const text of rejectedParts(await tableIn(folder, source), find)) {
      part += 1;
      const plain = Buffer.from(text, "utf8");
      const bytes = deflateRawSync(plain);
      const name = Buffer.from(rejectedName(source.file, part), "utf8");
      const packed = { name, bytes, plainBytes: plain.length, sum: crc32(plain), at };
      const head = signed(0x04034b50, described(packed), name);
      files.push(packed);
      pieces.push(head, bytes);
      at += head.length + bytes.length;
    }
  }
  const list = Buffer.concat(files.map(listed));
  return new Uint8Array(Buffer.concat([...pieces, list, end(files, at, list.length)]));
}
