/** Writers of ZIP archives and workbooks for tests, written apart from the readers that they try. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Sizes and checksum to claim instead of the true ones. */
  readonly claim?: { readonly bytes?: number; readonly checksum?: number };
  readonly stored?: boolean;
  readonly encrypted?: boolean;
}

/** A ZIP archive of these parts, deflated unless stored. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part.bytes);
    const packed = part.stored === true ? bytes : deflateRawSync(bytes, { level: 9 });
    const name = Buffer.from(part.name, "utf8");
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800 | (part.encrypted === true ? 1 : 0), 2);
    head.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    head.writeUInt32LE(part.claim?.checksum ?? crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(part.claim?.bytes ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, rest, name]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

export interface Sheet {
  readonly name: string;
  /** The XML of its rows: what stands inside sheetData. */
  readonly rows: string;
  readonly after?: string;
  readonly hidden?: boolean;
}

/** Styles by number: 0 general, 1 a day, 2 a moment, 3 a code of five digits, 4 a time, 5 a day by a code of its own. */
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="dd\\-mmm\\-yyyy;[&gt;5]@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook of these sheets. `texts`: the XML of the shared texts. */
export function workbookOf(
  sheets: readonly Sheet[],
  more: { readonly texts?: string; readonly is1904?: boolean; readonly parts?: readonly Part[] } = {},
): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden === true ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipOf([
    { name: "[Content_Types].xml", bytes: `${head}<Types/>` },
    {
      name: "xl/workbook.xml",
      bytes: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${more.is1904 === true ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: `${head}<Relationships>${related.join("")}</Relationships>`,
    },
    { name: "xl/styles.xml", bytes: head + styles },
    { name: "xl/sharedStrings.xml", bytes: `${head}<sst xmlns="${main}">${more.texts ?? ""}</sst>` },
    ...sheets.map(({ rows, after = "" }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      bytes: `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...(more.parts ?? []),
  ]);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const letter = (column: number): string => String.fromCharCode(65 + column);

/** Rows whose cells are texts in the cell itself, or `{ v, s, t, f }` as XML has them. */
export function rowsOf(
  rows: readonly (readonly (string | { v?: string; s?: number; t?: string; f?: string })[])[],
): string {
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        const place = `${letter(column)}${row + 1}`;
        if (typeof cell === "string")
          return cell === ""
            ? ""
            : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
        const type = cell.t === undefined ? "" : ` t="${cell.t}"`;
        const formula = cell.f === undefined ? "" : `<f>${escaped(cell.f)}</f>`;
        const value = cell.v === undefined ? "" : `<v>${escaped(cell.v)}</v>`;
        return `<c r="${place}" s="${cell.s ?? 0}"${type}>${formula}${value}</c>`;
      });
      return `<row r="${row + 1}">${written.join("")}</row>`;
    })
    .join("");
}
