import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { endOfRun } from "../actions.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

async function imported(name: string, text: string) {
  const { id } = await desk.call(contract.createImport, { body: { label: "test", options: {} } });
  await desk.upload(contract.putImportFile, { params: { id, name } }, Buffer.from(text));
  await desk.call(contract.planOfImport, { params: { id }, body: {} });
  await desk.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  const end = await desk.call(contract.getImport, { params: { id } });
  const [file] = end.files;
  return { id, end, counts: file && [file.rows, file.created, file.updated, file.unchanged, file.rejected] };
}

const deals = [
  "Deal ID;Deal Name;Stage;Amount;Close Date;Note",
  "D1;Acme;Prospecting;12,50;2026-05-03;fine",
  'D2;"Bolt, Inc.";Prospecting;many;2026-02-30;=1+1',
  "D3;Crux;Prospecting",
  "D4;Dell;Prospecting;7,25;2026-05-04;fine;too;much",
  'D5;"Echo;Prospecting;1,50;2026-05-05;x',
  "D1;Acme;Prospecting;99,00;2026-05-03;other",
  ...["D7", "D8", "D9"].map((id) => `${id};Gut;Prospecting;4,50;2026-06-01;good`),
  "D6;Fast;Prospecting;-3,25;2026-13-01;-lead",
].join("\n");

const marked = (text: string) => `\uFEFF${text}`;
let rejects = "";

test("the rejected rows of a file come as a file, with their own columns and the reasons, harmless to a spreadsheet", async () => {
  const { id, counts } = await imported("deals.csv", deals);
  expect(counts).toEqual([10, 4, 0, 0, 6]);
  rejects = await desk.call(contract.getRejectedRows, { params: { id }, query: { file: "deals.csv" } });
  expect(rejects).toBe(
    marked(
      [
        "Deal ID,Deal Name,Stage,Amount,Close Date,Note,Rejected because",
        'D2,"Bolt, Inc.",Prospecting,many,2026-02-30,\'=1+1,Amount “many”: It is not a number. Close Date “2026-02-30”: There is no such day.',
        'D1,Acme,Prospecting,"99,00",2026-05-03,other,Deal ID “D1”: Line 2 has the same Deal ID and says something else.',
        `D6,Fast,Prospecting,"-3,25",2026-13-01,'-lead,Close Date “2026-13-01”: There is no such day.`,
        'D3,Crux,Prospecting,,,,"(row) The row has 3 values, but the header names 6 columns."',
        'D4,Dell,Prospecting,"7,25",2026-05-04,fine,"(row) The row has 8 values, but the header names 6 columns.",too,much',
        'D5,"""Echo",Prospecting,"1,50",2026-05-05,x,"(row) A quote opens in this line and does not close, so the row has no end."',
        "",
      ].join("\r\n"),
    ),
  );
});

test("it is an attachment that no browser opens by itself", async () => {
  const { items } = await desk.call(contract.getImports, {});
  const url = `/api/imports/${items[0]?.id}/rejects.csv?file=deals.csv`;
  const answer = await desk.inject({ method: "GET", url });
  expect([
    answer.statusCode,
    answer.headers["content-type"],
    answer.headers["x-content-type-options"],
  ]).toEqual([200, "text/csv; charset=utf-8", "nosniff"]);
  expect(answer.headers["content-disposition"]).toBe(
    "attachment; filename=\"rejected deals.csv\"; filename*=UTF-8''rejected%20deals.csv",
  );
});

test("dropped again as it is, nothing of it is imported", async () => {
  const refused = await imported("again.csv", rejects).catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && refused.problem.detail).toBe(
    "None of these files was understood.",
  );
});

test("dropped again with one row corrected, only that one is imported, and the others say why not", async () => {
  const { end, counts } = await imported(
    "one.csv",
    rejects.replace("2026-13-01", "2026-12-01").replaceAll("D6", "D66"),
  );
  expect(counts).toEqual([6, 1, 0, 0, 5]);
  expect([...new Set(end.rejects.sample.map((one) => one.reason))]).toEqual([
    "The value of Amount was rejected before and is still the same.",
    "The value of Deal ID was rejected before and is still the same.",
    "Its cell “Rejected because” still says why. Correct the row and empty that cell.",
    "The row has 9 values, but the header names 7 columns.",
  ]);
});

test("corrected, exactly the corrected rows are imported, as they were written", async () => {
  const fixed = rejects
    .replace("many,2026-02-30", '"8,75",2026-02-28')
    .replace("2026-13-01", "2026-12-01")
    .replace(
      'D3,Crux,Prospecting,,,,"(row) The row has 3 values, but the header names 6 columns."',
      "D3,Crux,Prospecting,,,,",
    );
  const { id, counts } = await imported("fixed.csv", fixed);
  expect(counts).toEqual([6, 3, 0, 0, 3]);
  const { rows } = await sql<{ name: string; amount: bigint | null; custom: { note?: string } }>`
    select name, amount_minor as amount, custom from crm.opportunity where workspace_id = ${desk.workspaceId}::uuid order by name`.execute(
    desk.database.db,
  );
  expect(rows.map((row) => [row.name, row.amount, row.custom.note])).toEqual([
    ["Acme", 1250n, "fine"],
    ["Bolt, Inc.", 875n, "=1+1"],
    ["Crux", null, undefined],
    ["Fast", -325n, "-lead"],
    ["Fast", -325n, "-lead"],
    ["Gut", 450n, "good"],
    ["Gut", 450n, "good"],
    ["Gut", 450n, "good"],
  ]);
  const left = await desk.call(contract.getRejectedRows, { params: { id }, query: { file: "fixed.csv" } });
  expect(
    left
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(0, 2)),
  ).toEqual(["D1", "D4", "D5"]);
});

test("a file that the import does not have is refused in words", async () => {
  const { items } = await desk.call(contract.getImports, {});
  const refused = await desk
    .call(contract.getRejectedRows, { params: { id: items[0]?.id ?? "" }, query: { file: "x.csv" } })
    .catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && [refused.problem.status, refused.problem.detail]).toEqual([
    404,
    "This import has no file x.csv.",
  ]);
});
