import iconv from "iconv-lite";
import { below, type Case, deal, dialectCase, header, textCase, written } from "./case.ts";

const umlauts = [deal({ name: "Müller & Söhne, Köln", note: "café — “çok güzel” €5" }), deal({ id: "D2" })];
const latin = [deal({ name: "Müller & Söhne", note: "señor ñandú ©" })];

/** Files in the encodings that programs write, announced or not. */
export const encodingCases: readonly Case[] = [
  dialectCase("in UTF-8", {}, umlauts),
  dialectCase("in UTF-8 with a byte order mark", { mark: true }, umlauts),
  dialectCase("in UTF-8 with a mark and quoted headers", { mark: true, quoted: true }, umlauts),
  dialectCase("in UTF-16 little-endian with a mark", { encoding: "utf-16le", mark: true }, umlauts),
  dialectCase("in UTF-16 little-endian without a mark", { encoding: "utf-16le" }, umlauts),
  dialectCase("in UTF-16 big-endian with a mark", { encoding: "utf-16be", mark: true }, umlauts),
  dialectCase("in UTF-16 big-endian without a mark", { encoding: "utf-16be" }, umlauts),
  dialectCase(
    "in UTF-16 with tabs, as Excel saves Unicode text",
    { encoding: "utf-16le", mark: true, delimiter: "\t" },
    umlauts,
  ),
  dialectCase("in Windows-1252", { encoding: "windows-1252" }, umlauts),
  dialectCase("in Latin-1", { encoding: "latin1" }, latin),
  {
    name: "in Windows-1252 whose first umlaut stands after 300 kB",
    file: "deals.csv",
    bytes: () =>
      Buffer.concat([
        written([
          header,
          ...Array.from({ length: 3000 }, (_, at) =>
            deal({
              id: `D1`,
              note: `n${"x".repeat(100)}`,
              amount: "1",
              close: "2026-05-03",
              name: at === 0 ? "A" : "A",
            }),
          ),
        ]),
        iconv.encode("D2,Müller,Prospecting,2,2026-05-03,n\n", "windows-1252"),
      ]),
    expected: {
      rows: 3001,
      kept: [`D1 | A | 1.00 | 2026-05-03 | n${"x".repeat(100)}`, "D2 | Müller | 2.00 | 2026-05-03 | n"],
    },
  },
  {
    name: "with two encodings mixed",
    file: "deals.csv",
    bytes: () =>
      Buffer.concat([
        Buffer.from(below("D1,Müller,Prospecting,12.50,2026-05-03,n")),
        iconv.encode("D2,Köln,Prospecting,2,2026-05-03,n\n", "windows-1252"),
      ]),
    expected: {
      rows: 2,
      kept: ["D1 | MÃ¼ller | 12.50 | 2026-05-03 | n", "D2 | Köln | 2.00 | 2026-05-03 | n"],
      says: [
        "deals.csv, Deal Name: 1 value looks as if letters were read in the wrong encoding, for example “MÃ¼ller”.",
      ],
    },
  },
  textCase(
    "whose letters were broken before it was exported",
    below("D1,MÃ¼ller,Prospecting,12.50,2026-05-03,n", "D2,Gr\uFFFDn,Prospecting,1,2026-05-03,n"),
    {
      rows: 2,
      kept: ["D1 | MÃ¼ller | 12.50 | 2026-05-03 | n", "D2 | Gr\uFFFDn | 1.00 | 2026-05-03 | n"],
      says: [
        "deals.csv, Deal Name: 2 values look as if letters were read in the wrong encoding, for example “MÃ¼ller”.",
      ],
    },
  ),
  {
    name: "whose last letter is cut in half",
    file: "deals.csv",
    bytes: () => Buffer.from(below("D1,Müller,Prospecting,12.50,2026-05-03,ü")).subarray(0, -2),
    expected: {
      rows: 1,
      kept: ["D1 | Müller | 12.50 | 2026-05-03 | \uFFFD"],
      says: [
        "deals.csv, Note: 1 value looks as if letters were read in the wrong encoding, for example “\uFFFD”.",
      ],
    },
  },
  {
    name: "in UTF-16 that ends in the middle of a letter",
    file: "deals.csv",
    bytes: () =>
      written([header, deal({ name: "Müller" })], { encoding: "utf-16le", mark: true }).subarray(0, -3),
    expected: {
      rows: 1,
      kept: ["D1 | Müller | 12.50 | 2026-05-03 | \uFFFD"],
      says: [
        "deals.csv, Note: 1 value looks as if letters were read in the wrong encoding, for example “\uFFFD”.",
      ],
    },
  },
];
