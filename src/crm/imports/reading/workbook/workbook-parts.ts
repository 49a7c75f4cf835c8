/** The parts of a workbook that its sheets speak of: their names, the formats of cells, the texts that cells share. */
import { posix } from "node:path";
import { refuse } from "#base/kernel";
import { unzipped, type ZipArchive } from "../zip-archive.ts";
import { type CellFormat, formatOf } from "./number-format.ts";
import { scanXml, type XmlReader } from "./xml-scanner.ts";

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  /** By the number of a cell's style. */
  readonly formats: readonly CellFormat[];
  readonly texts: readonly string[];
}

/** What a workbook may share at most: more fills the memory, and no list of records has it. */
export const sharedMax = { texts: 500_000, characters: 64 * 1024 * 1024 };

/** Whether an archive is a workbook. */
export const isWorkbook = (archive: ZipArchive): boolean =>
  archive.entries.some((entry) => entry.name === "xl/workbook.xml");

/** Reads one part; gives false where the archive has none of that name. */
export async function readPart(
  archive: ZipArchive,
  path: string,
  reader: Partial<XmlReader>,
): Promise<boolean> {
  const entry = archive.entries.find((one) => one.name === path.replace(/^\//, ""));
  if (entry === undefined) return false;
  const nothing = () => undefined;
  await scanXml(await unzipped(archive, entry), { open: nothing, close: nothing, text: nothing, ...reader });
  return true;
}

/** What a text escapes by its code, as Excel writes control characters: "_x000D_" (ECMA-376, part 1, 22.9.2.19). */
export const unescapeCell = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function relationsOf(archive: ZipArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, "xl/_rels/workbook.xml.rels", {
    open(name, attribute) {
      if (name !== "Relationship" || !attribute("Type")?.endsWith("/worksheet")) return;
      const target = attribute("Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
      targets.set(attribute("Id") ?? "", path);
    },
  });
  return targets;
}

async function formatsOf(archive: ZipArchive): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readPart(archive, "xl/styles.xml", {
    open(name, attribute) {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) ids.push(Number(attribute("numFmtId") ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id)));
}

async function textsOf(archive: ZipArchive): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let inText = false;
  let isPhonetic = false;
  let text = "";
  await readPart(archive, "xl/sharedStrings.xml", {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") inText = !isPhonetic;
    },
    text(some) {
      if (inText) text += some;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      characters += text.length;
      texts.push(unescapeCell(text));
      if (texts.length > sharedMax.texts || characters > sharedMax.characters) {
        refuse(
          "too-much",
          `${archive.name} shares more than ${sharedMax.texts} different texts between its cells, or more than 64 MB of them.`,
          { fix: "Save each sheet as CSV and give those." },
        );
      }
    },
  });
  return texts;
}

/** Reads what the sheets of a workbook speak of. Refuses one without sheets, and one that shares too much. */
export async function openWorkbook(archive: ZipArchive): Promise<Workbook> {
  const targets = await relationsOf(archive);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await readPart(archive, "xl/workbook.xml", {
    open(name, attribute) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      const path = name === "sheet" ? targets.get(attribute("id") ?? "") : undefined;
      if (path === undefined) return;
      const isHidden = /hidden/i.test(attribute("state") ?? "");
      sheets.push({ name: attribute("name") ?? "Sheet", isHidden, path });
    },
  });
  if (sheets.length === 0)
    refuse("invalid", `${archive.name} is damaged: it has no sheet.`, { fix: "Save it again." });
  return { sheets, is1904, formats: await formatsOf(archive), texts: await textsOf(archive) };
}
