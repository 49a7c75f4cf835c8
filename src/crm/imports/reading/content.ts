/** What a file is by its first bytes. Its name is not believed: exports carry wrong endings, and so do attacks. */
import { open } from "node:fs/promises";
import { announcedEncoding } from "./encoding.ts";

export type Content = "text" | "zip" | "gzip" | "old-excel" | "web-page" | "binary";

const starts = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** Control characters that no text holds, as a share of the beginning of a file above which it is no text. */
const mostControlShare = 0.05;

/** What begins with these bytes. */
export function contentOf(start: Uint8Array): Content {
  if (starts(start, 0x50, 0x4b, 0x03, 0x04) || starts(start, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(start, 0x1f, 0x8b)) return "gzip";
  if (starts(start, 0xd0, 0xcf, 0x11, 0xe0)) return "old-excel";
  if (announcedEncoding(start)?.startsWith("utf-16")) return "text";
  const text = new TextDecoder("latin1").decode(start);
  if (/^(\xef\xbb\xbf)?\s*<(!doctype\s+html|html|head|body|table|meta|\?xml)\b/i.test(text))
    return "web-page";
  if (starts(start, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "binary";
  // A zero byte alone is a damaged row, which is refused by itself; many of them are no text at all.
  const controls = start.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return controls > Math.max(2, start.length * mostControlShare) ? "binary" : "text";
}

/** What lies in a file. */
export async function contentAt(path: string): Promise<Content> {
  const handle = await open(path, "r");
  try {
    const start = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return contentOf(start.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Why a content is no table, in words with what to do; null when it can be one. */
export function noTableBecause(content: Content): string | null {
  if (content === "text") return null;
  if (content === "web-page")
    return "It is a web page or XML, not a table, whatever its name says: export it again as CSV, signed in.";
  if (content === "old-excel")
    return "It is a workbook in the old format of Excel, or one with a password: save it as .xlsx or as CSV.";
  if (content === "binary") return "It is not text, so it is no table: export it as CSV or .xlsx.";
  return "It is packed: give it to an import, which unpacks it.";
}
