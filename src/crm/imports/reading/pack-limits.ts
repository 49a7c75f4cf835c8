/** How much a packed file may unpack to, so that a small file cannot fill the disk or the memory. */
import { Transform } from "node:stream";
import { refuse } from "#base/kernel";

export interface PackLimits {
  readonly entriesMax: number;
  /** All that one packed file may unpack to. */
  readonly unpackedBytesMax: number;
  /** How many times its packed size a part may unpack to, once it is larger than `freeBytes`. */
  readonly ratioMax: number;
  readonly freeBytes: number;
}

export const packLimits: PackLimits = {
  entriesMax: 2000,
  unpackedBytesMax: 4 * 1024 ** 3,
  ratioMax: 200,
  freeBytes: 32 * 1024 ** 2,
};

/** Refuses, in words, a size that no honest file has. `whose` is the file as the person knows it. */
export function requireBelievable(
  whose: string,
  packedBytes: number,
  bytes: number,
  limits: PackLimits,
): void {
  if (bytes > limits.unpackedBytesMax) {
    refuse("too-much", `${whose} unpacks to more than ${size(limits.unpackedBytesMax)}.`, {
      fix: "Give the files one by one, unpacked.",
    });
  }
  if (bytes > limits.freeBytes && bytes > packedBytes * limits.ratioMax) {
    refuse(
      "too-much",
      `${whose} unpacks to more than ${limits.ratioMax} times its size, as no export does.`,
      {
        fix: "Give the files one by one, unpacked.",
      },
    );
  }
}

const size = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;

/** Counts the bytes that really come out, and breaks off with a refusal where they are more than is believable. */
export function guarded(whose: string, packedBytes: number, before: number, limits: PackLimits): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      try {
        requireBelievable(whose, packedBytes, bytes, limits);
        if (before + bytes > limits.unpackedBytesMax)
          requireBelievable(whose, packedBytes, before + bytes, limits);
      } catch (problem) {
        return next(problem as Error);
      }
      next(null, chunk);
    },
  });
}
