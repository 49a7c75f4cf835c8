/**
 * The XML of a workbook, piece by piece: tags with their attributes, and text. It knows no document types and so no
 * entities of a file's own: a file that declares any is refused, because only an attack does.
 */
import { refuse } from "#base/kernel";

export interface XmlReader {
  /** A tag opens; its name is without a prefix. A tag that closes itself gives both calls. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** Longer than any tag or text of a cell (32,767 characters). */
const longestToken = 4 * 1024 * 1024;

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its character references resolved. An unknown one is refused. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, word: string) => {
    if (!word.startsWith("#")) {
      return named[word] ?? refuse("invalid", `The workbook uses the entity ${word}, which no workbook has.`);
    }
    const code = /^#x/i.test(word) ? Number.parseInt(word.slice(2), 16) : Number.parseInt(word.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** A tag with its attributes, whose values may hold a ">". */
const wholeTag = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;

const patterns = new Map<string, RegExp>();
function attributePattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Feed it with `take`, end it with `finish`. */
export class XmlScanner {
  readonly #reader: XmlReader;
  #rest = "";
  #depth = 0;

  constructor(reader: XmlReader) {
    this.#reader = reader;
  }

  take(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const opens = text.indexOf("<", at);
      if (opens === -1) break;
      if (opens > at) this.#reader.text(unescapeXml(text.slice(at, opens).replace(/\r\n?/g, "\n")));
      const end = this.#endOfTag(text, opens);
      if (end === -1) {
        at = opens;
        break;
      }
      this.#tag(text.slice(opens, end));
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestToken)
      refuse("invalid", "The workbook holds a cell longer than any cell can be.");
  }

  finish(): void {
    if (this.#rest.trim() !== "" || this.#depth !== 0) {
      refuse("invalid", "The workbook is damaged: its XML ends too early.", { fix: "Save it again." });
    }
  }

  #endOfTag(text: string, from: number): number {
    const closing = text.startsWith("<!--", from) ? "-->" : text.startsWith("<![CDATA[", from) ? "]]>" : ">";
    // Not enough is there yet to tell a comment or raw text from a tag.
    if (closing === ">" && text.length - from < 9 && text.startsWith("<!", from)) return -1;
    if (closing === ">" && !text.startsWith("<!", from)) {
      wholeTag.lastIndex = from;
      return wholeTag.test(text) ? wholeTag.lastIndex : -1;
    }
    const end = text.indexOf(closing, from);
    return end === -1 ? -1 : end + closing.length;
  }

  #tag(tag: string): void {
    if (tag.startsWith("<!--") || tag.startsWith("<?")) return;
    if (tag.startsWith("<![CDATA[")) {
      this.#reader.text(tag.slice(9, -3));
      return;
    }
    if (tag.startsWith("<!")) {
      refuse("invalid", "The workbook declares a document type, as no workbook does and an attack would.", {
        fix: "Save it again with the program that it comes from.",
      });
    }
    if (tag.startsWith("</")) {
      this.#depth -= 1;
      this.#reader.close(bare(tag.slice(2, -1).trim()));
      return;
    }
    const closed = tag.endsWith("/>");
    const name = bare(/^<([^\s/>]+)/.exec(tag)?.[1] ?? "");
    this.#reader.open(name, (wanted) => {
      const found = attributePattern(wanted).exec(tag);
      return found === null ? undefined : unescapeXml(found[1] ?? found[2] ?? "");
    });
    if (closed) this.#reader.close(name);
    else this.#depth += 1;
  }
}

/** Reads all of a stream of XML. */
export async function scanXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const scanner = new XmlScanner(reader);
  const decoder = new TextDecoder("utf-8");
  for await (const piece of bytes) scanner.take(decoder.decode(piece, { stream: true }));
  scanner.take(decoder.decode());
  scanner.finish();
}
