/**
 * ZIP archives, read by their directory at the end (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3), which says how many
 * entries there are and how large, before a byte is unpacked. Packed bytes are read from the disk as they are needed.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { Refusal, refuse } from "#base/kernel";
import { guarded, type PackLimits, packLimits, requireBelievable } from "./pack-limits.ts";

export interface ZipEntry {
  /** The path inside the archive, as it is written there: not to be used on a disk. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly at: number;
}

export interface ZipArchive {
  readonly name: string;
  readonly path: string;
  readonly entries: readonly ZipEntry[];
}

const endSign = 0x06054b50;
const largeEndSign = 0x06064b50;
const entrySign = 0x02014b50;
const headSign = 0x04034b50;
const directoryBytesMax = 64 * 1024 ** 2;

const truncated = (name: string): never =>
  refuse("invalid", `${name} is damaged or was cut off: its list of files is missing.`, {
    fix: "Pack or download it again.",
  });

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}

interface Directory {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
}

async function directoryOf(handle: FileHandle, name: string): Promise<Directory> {
  const { size } = await handle.stat();
  const tailAt = Math.max(0, size - 65_557);
  const tail = await bytesAt(handle, tailAt, size - tailAt);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endSign) end -= 1;
  if (end < 0) return truncated(name);
  const found = {
    entries: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  const isLarge = found.entries === 0xffff || found.bytes === 0xffffffff || found.at === 0xffffffff;
  if (!isLarge) return found;
  if (end < 20) return truncated(name);
  const large = await bytesAt(handle, Number(tail.readBigUInt64LE(end - 20 + 8)), 56);
  if (large.length < 56 || large.readUInt32LE(0) !== largeEndSign) return truncated(name);
  return {
    entries: Number(large.readBigUInt64LE(32)),
    bytes: Number(large.readBigUInt64LE(40)),
    at: Number(large.readBigUInt64LE(48)),
  };
}

/** Sizes and place above 4 GB stand in an extra field, in this order, each only where the short one is full. */
function largeSizes(extra: Buffer, short: readonly number[]): number[] {
  const values = [...short];
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      for (const [place, value] of values.entries()) {
        if (value !== 0xffffffff || from + 8 > extra.length) continue;
        values[place] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
    }
    at += 4 + length;
  }
  return values;
}

/** Names are UTF-8 where the archive says so, or where they are valid as such; else the code page of old archives. */
function entryName(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

function entryIn(directory: Buffer, from: number): { entry: ZipEntry; next: number } | null {
  if (from + 46 > directory.length || directory.readUInt32LE(from) !== entrySign) return null;
  const nameLength = directory.readUInt16LE(from + 28);
  const extraLength = directory.readUInt16LE(from + 30);
  const nameAt = from + 46;
  const extra = directory.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
  const [bytes = 0, packedBytes = 0, at = 0] = largeSizes(extra, [
    directory.readUInt32LE(from + 24),
    directory.readUInt32LE(from + 20),
    directory.readUInt32LE(from + 42),
  ]);
  const name = entryName(directory.subarray(nameAt, nameAt + nameLength));
  return {
    entry: {
      name,
      isFolder: /[/\\]$/.test(name),
      packedBytes,
      bytes,
      method: directory.readUInt16LE(from + 10),
      encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
      checksum: directory.readUInt32LE(from + 16),
      at,
    },
    next: nameAt + nameLength + extraLength + directory.readUInt16LE(from + 32),
  };
}

/** Opens an archive. Refuses one that is damaged, has too many entries, or says itself that it unpacks to too much. */
export async function openZip(
  file: { readonly name: string; readonly path: string },
  limits: PackLimits = packLimits,
): Promise<ZipArchive> {
  const handle = await open(file.path, "r");
  try {
    const { entries: count, at, bytes } = await directoryOf(handle, file.name);
    if (count > limits.entriesMax) {
      refuse(
        "too-much",
        `${file.name} holds ${count} files; at most ${limits.entriesMax} are taken at once.`,
        {
          fix: "Pack only the tables that are to be imported.",
        },
      );
    }
    if (bytes > directoryBytesMax) return truncated(file.name);
    const directory = await bytesAt(handle, at, bytes);
    const entries: ZipEntry[] = [];
    for (let from = 0; entries.length < count; ) {
      const found = entryIn(directory, from);
      if (found === null) return truncated(file.name);
      entries.push(found.entry);
      from = found.next;
    }
    const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
    requireBelievable(
      file.name,
      packed,
      entries.reduce((sum, entry) => sum + entry.bytes, 0),
      limits,
    );
    return { ...file, entries };
  } finally {
    await handle.close();
  }
}

/** Refuses, at the end, bytes that are not the ones that were packed. */
function checked(whose: string, entry: ZipEntry): Transform {
  let checksum = 0;
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      checksum = crc32(chunk, checksum);
      bytes += chunk.length;
      next(null, chunk);
    },
    flush(next) {
      if (checksum === entry.checksum && bytes === entry.bytes) return next();
      const message = `${whose} is damaged: what it unpacks to is not what was packed.`;
      next(new Refusal("invalid", message, { fix: "Pack or download it again." }));
    },
  });
}

/** The bytes of an entry, unpacked as they are read. `before`: what the same archive has unpacked to so far. */
export async function unzipped(
  archive: ZipArchive,
  entry: ZipEntry,
  before = 0,
  limits: PackLimits = packLimits,
): Promise<Readable> {
  const whose = `${archive.name}, ${entry.name}`;
  if (entry.encrypted) refuse("invalid", `${whose} has a password.`, { fix: "Pack it without a password." });
  if (entry.method !== 0 && entry.method !== 8)
    refuse("invalid", `${whose} is packed in a way that is not read (method ${entry.method}).`, {
      fix: "Pack it as a plain ZIP.",
    });
  const handle = await open(archive.path, "r");
  const head = await bytesAt(handle, entry.at, 30).finally(() => handle.close());
  if (head.length < 30 || head.readUInt32LE(0) !== headSign) return truncated(archive.name);
  const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (entry.packedBytes === 0) return Readable.from([]);
  const packed = createReadStream(archive.path, { start: from, end: from + entry.packedBytes - 1 });
  const steps = [guarded(whose, entry.packedBytes, before, limits), checked(whose, entry)];
  return entry.method === 0
    ? chained(packed, whose, steps)
    : chained(packed, whose, [createInflateRaw() as Transform, ...steps]);
}

/** Streams one after the other; whichever breaks, the reader at the end is told, in words. */
export function chained(first: Readable, whose: string, steps: readonly Transform[]): Readable {
  let last = first;
  for (const step of steps) {
    last.on("error", (problem: NodeJS.ErrnoException) => step.destroy(inWords(problem, whose)));
    last = last.pipe(step);
  }
  last.on("close", () => first.destroy());
  // Who reads the end is told when they read; an error that comes before they do must not end the program.
  last.on("error", () => {});
  return last;
}

function inWords(problem: NodeJS.ErrnoException, whose: string): Error {
  if (!problem.code?.startsWith("Z_")) return problem;
  const message = `${whose} is damaged or was cut off: it cannot be unpacked.`;
  return new Refusal("invalid", message, { fix: "Pack or download it again." });
}
