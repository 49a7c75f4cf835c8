import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listed, listedOpportunities } from "../../../../test/listed.ts";
import { createOpportunity } from "../../opportunities/contract.ts";

let listed: Listed;
beforeAll(async () => {
  listed = await listedOpportunities();
  await listed.desk.call(createOpportunity, {
    body: {
      name: '=HYPERLINK("http://x","a, b")',
      amount: { amount: "90071992547409.93", currency: "USD" },
      nextStep: "Two\nlines",
      closeOn: "2026-06-30",
    },
  });
});
afterAll(() => listed.desk.close());

const fetched = (format: string, query: Record<string, string>) =>
  listed.desk.inject({ method: "GET", url: `/api/lists/opportunity/export.${format}`, query });

describe("a list as CSV", () => {
  test("has the records, order and columns that are shown, exact, and nothing that a spreadsheet would run", async () => {
    const answer = await fetched("csv", {
      filter: "or(name.starts(pilot),name.contains(hyperlink),name.is(yen))",
      sort: "-amount,name",
      columns: "name:320:pinned,amount,closeOn,owner,status,nextStep,custom.units,probability",
    });
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(answer.headers["content-disposition"]).toBe(
      `attachment; filename="Opportunities 2026-03-10.csv"; filename*=UTF-8''Opportunities%202026-03-10.csv`,
    );
    expect(answer.body).toBe(
      `\uFEFF${[
        "Name,Amount,Amount currency,Close date,Owner,Status,Next step,Units,Probability",
        `"'=HYPERLINK(""http://x"",""a, b"")",90071992547409.93,USD,2026-06-30,,Open,"Two\nlines",,`,
        "Pilot 10,1000.00,EUR,2026-03-31,Ines Berg,Open,,3,",
        "Pilot 2,1400.00,USD,2026-04-30,Ines Berg,Open,Send 50% off,,",
        "Yen,5000,JPY,2026-03-10,,Open,,,",
        "",
      ].join("\r\n")}`,
    );
  });

  test("says in a column of its own what it is grouped by", async () => {
    const answer = await fetched("csv", { filter: "name.starts(pilot)", group: "stage", columns: "name" });
    expect(answer.body).toBe("\uFEFFStage,Name\r\nTalk,Pilot 10\r\nOffer,Pilot 2\r\n");
  });

  test("of nothing has only its head", async () => {
    const answer = await fetched("csv", { filter: "name.is(nothing)", columns: "name" });
    expect(answer.body).toBe("\uFEFFName\r\n");
  });

  test.each([
    [{ columns: "name,size" }, "columns"],
    [{ filter: "size.more(1)" }, "filter"],
    [{ columns: "name", page: "2" }, "page"],
  ])("%j is refused as ever, before anything is sent", async (query, field) => {
    const answer = await fetched("csv", query as Record<string, string>);
    expect(answer.headers["content-type"]).toMatch(/problem\+json/);
    expect(answer.json()).toMatchObject({ fields: [{ field }] });
  });
});

/** The parts of an archive, read from its directory. */
function partsOf(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < archive.readUInt16LE(end + 10); n += 1) {
    const [packed, nameLength, offset] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const content = inflateRawSync(archive.subarray(start, start + packed));
    expect(content.length).toBe(archive.readUInt32LE(at + 24));
    parts.set(name, content.toString());
    at += 46 + nameLength;
  }
  return parts;
}

test("a list as a workbook has figures as figures, days as days, and texts that are not run", async () => {
  const answer = await fetched("xlsx", {
    filter: 'or(name.is("Pilot 10"),name.contains(hyperlink))',
    sort: "closeOn",
    columns: "name,amount,closeOn",
  });
  expect(answer.headers["content-type"]).toBe(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  );
  const parts = partsOf(answer.rawPayload);
  expect([...parts.keys()]).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
  ]);
  const rows = parts.get("xl/worksheets/sheet1.xml")?.match(/<row .*?<\/row>/gs) ?? [];
  const text = (place: string, style: number, said: string) =>
    `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${said}</t></is></c>`;
  expect(rows).toEqual([
    `<row r="1">${text("A1", 1, "Name")}${text("B1", 1, "Amount")}${text("C1", 1, "Amount currency")}${text("D1", 1, "Close date")}</row>`,
    // 31 March 2026 is day 46112 of Excel.
    `<row r="2">${text("A2", 0, "Pilot 10")}<c r="B2" s="3"><v>1000.00</v></c>${text("C2", 0, "EUR")}<c r="D2" s="5"><v>46112</v></c></row>`,
    // Sixteen digits are more than Excel keeps: they stay as text.
    `<row r="3">${text("A3", 6, "=HYPERLINK(&quot;http://x&quot;,&quot;a, b&quot;)")}${text("B3", 0, "90071992547409.93")}${text("C3", 0, "USD")}<c r="D3" s="5"><v>46203</v></c></row>`,
  ]);
});
