/** Which bytes mean which letters: read off the first bytes, then proved on the whole file. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import iconv from "iconv-lite";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The encoding that the first bytes announce: a byte order mark, or the zero bytes of UTF-16; null when they do not. */
export function announcedEncoding(start: Uint8Array): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) zerosAtEven += 1;
    else zerosAtOdd += 1;
  }
  const half = start.length / 2;
  if (zerosAtOdd > half * 0.4 && zerosAtEven < half * 0.1) return "utf-16le";
  if (zerosAtEven > half * 0.4 && zerosAtOdd < half * 0.1) return "utf-16be";
  return null;
}

/** The encoding of a file: what it announces; else UTF-8 if every byte of it is valid UTF-8; else Windows-1252. */
export async function encodingOf(path: string): Promise<Encoding> {
  const handle = await open(path, "r");
  try {
    const start = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    const announced = announcedEncoding(start.subarray(0, bytesRead));
    if (announced !== null) return announced;
  } finally {
    await handle.close();
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // A last letter that is cut in half does not make the other letters wrong, so nothing is asked of the end.
    for await (const bytes of createReadStream(path)) decoder.decode(bytes as Buffer, { stream: true });
    return "utf-8";
  } catch (problem) {
    if (problem instanceof TypeError) return "windows-1252";
    throw problem;
  }
}

/** The text of a file in pieces of bounded size, its byte order mark left out. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let size = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    size += (bytes as Buffer).length;
    const text = decoder.write(bytes as Buffer);
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
  // Half a letter at the end is shown as a lost one, not left out.
  if (encoding.startsWith("utf-16") && size % 2 === 1) yield "\uFFFD";
}
