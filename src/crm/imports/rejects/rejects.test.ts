import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { counts, imported, planned } from "../../../../test/importing.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

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
  const { id, end } = await imported(desk, { "deals.csv": deals });
  expect(counts(end)).toEqual(["deals.csv opportunity 10: 4 0 0 6"]);
  expect(end.rejects.files).toEqual([{ file: "deals.csv", rows: 6, parts: 1 }]);
  rejects = await desk.call(contract.getRejectedRows, { params: { id }, query: { file: "deals.csv" } });
  expect(rejects).toBe(
    marked(
      [
        "Deal ID,Deal Name,Stage,Amount,Close Date,Note,Rejected because",
        'D2,"Bolt, Inc.",Prospecting,many,2026-02-30,\'=1+1,Amount “many”: It is not a number. Close Date “2026-02-30”: There is no such day.',
        'D3,Crux,Prospecting,,,,"(row) The row has 3 values, but the header names 6 columns."',
        'D4,Dell,Prospecting,"7,25",2026-05-04,fine,"(row) The row has 8 values, but the header names 6 columns.",too,much',
        'D5,"""Echo",Prospecting,"1,50",2026-05-05,x,"(row) A quote opens in this line and does not close, so the row has no end."',
        'D1,Acme,Prospecting,"99,00",2026-05-03,other,Deal ID “D1”: Line 2 has the same Deal ID and says something else.',
        `D6,Fast,Prospecting,"-3,25",2026-13-01,'-lead,Close Date “2026-13-01”: There is no such day.`,
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

test("dropped again as it is, nothing of it is imported, and it is said what it is and what to do", async () => {
  const { id, plan } = await planned(desk, { "again.csv": rejects });
  expect(plan.notUnderstood).toEqual([
    {
      file: "again.csv",
      reason:
        "These are rows that an import refused, and none of them was corrected yet. Correct the values that the column “Rejected because” names, or empty that cell where the whole row was at fault, save the file, and drop it again.",
    },
  ]);
  const refused = await desk
    .call(contract.startImport, { params: { id } })
    .catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && [refused.problem.detail, refused.problem.fix]).toEqual([
    "Nothing in these refused rows was corrected yet.",
    plan.notUnderstood[0]?.reason,
  ]);
});

test("dropped again with one row corrected, only that one is imported, and the others say why not", async () => {
  const text = rejects.replace("2026-13-01", "2026-12-01").replaceAll("D6", "D66");
  const { end } = await imported(desk, { "one.csv": text });
  expect(counts(end)).toEqual(["one.csv opportunity 6: 1 0 0 5"]);
  expect([...new Set(end.rejects.sample.map((one) => one.reason))]).toEqual([
    "The value of Amount was rejected before and is still the same.",
    "Its cell “Rejected because” still says why. Correct the row and empty that cell.",
    "The row has 9 values, but the header names 7 columns.",
    "The value of Deal ID was rejected before and is still the same.",
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
  const { id, end } = await imported(desk, { "fixed.csv": fixed });
  expect(counts(end)).toEqual(["fixed.csv opportunity 6: 3 0 0 3"]);
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
  ).toEqual(["D4", "D5", "D1"]);
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

test("what was not corrected keeps its reasons, so that a second round needs no other correction than the first", async () => {
  const once = rejects.replace("2026-13-01", "2026-12-01").replaceAll("D6", "D67");
  const { id } = await imported(desk, { "once.csv": once });
  const left = await desk.call(contract.getRejectedRows, { params: { id }, query: { file: "once.csv" } });
  const rows = rejects.split("\r\n").filter((line) => !/^D[46],/.test(line));
  expect(left.split("\r\n").filter((line) => !line.startsWith("D4,"))).toEqual(rows);
  const twice = left.replace("many,2026-02-30", '"8,75",2026-02-28').replaceAll("D2", "D20");
  const { end } = await imported(desk, { "twice.csv": twice });
  expect(counts(end)).toEqual(["twice.csv opportunity 5: 1 0 0 4"]);
});

test("rows that come back are read as they were read before, though they tell less about their columns", async () => {
  const files = {
    "umsatz.csv": [
      "Ref;Kunde;Wert;Tag",
      ...Array.from({ length: 9 }, (_, at) => `K${at};Nord;1.234,50;0${at + 1}/04/2026`),
      "K10;Nord;2.345;31/04/2026",
      "K11;Nord;x;13/05/2026",
    ].join("\n"),
  };
  const columns = { Ref: "id", Kunde: "account", Wert: "amount", Tag: "closeOn" };
  const mapping = { files: { "umsatz.csv": { object: "opportunity" as const, columns } } };
  const first = await imported(desk, files, { mapping, currency: "EUR" });
  expect(counts(first.end)).toEqual(["umsatz.csv opportunity 11: 9 0 0 2"]);
  const query = { file: "umsatz.csv" };
  const text = await desk.call(contract.getRejectedRows, { params: { id: first.id }, query });
  const corrected = text.replace("31/04/2026", "01/04/2026").replaceAll("x,13", "9.999,13");
  const again = await imported(desk, { "Kopie von umsatz.csv": corrected });
  expect(counts(again.end)).toEqual(["Kopie von umsatz.csv opportunity 2: 2 0 0 0"]);
  const { rows } = await sql<{ amount: bigint; currency: string; closes: string }>`
    select amount_minor as amount, currency, close_on::text as closes from crm.opportunity
    where workspace_id = ${desk.workspaceId}::uuid and currency = 'EUR' order by amount_minor desc limit 2`.execute(
    desk.database.db,
  );
  // Alone, 2.345 would have been 2 and a third of a euro, and 01/04 the fourth of January.
  expect(rows).toEqual([
    { amount: 999_900n, currency: "EUR", closes: "2026-05-13" },
    { amount: 234_500n, currency: "EUR", closes: "2026-04-01" },
  ]);
});

test("the rejected rows of all files come packed, and can be given back as they come", async () => {
  const accounts = "Company,Industry,Employees\nNordhaus,steel,many\nSudhaus,tin,5\nWest,tin,6\n";
  const { id } = await imported(desk, { "deals.csv": deals.replaceAll(/D(\d)/g, "P$1"), "a.csv": accounts });
  const answer = await desk.inject({ method: "GET", url: `/api/imports/${id}/rejects.zip` });
  expect([answer.statusCode, answer.headers["content-type"], answer.headers["content-disposition"]]).toEqual([
    200,
    "application/zip",
    "attachment; filename=\"rejected test.zip\"; filename*=UTF-8''rejected%20test.zip",
  ]);
  const again = await planned(desk, { "rejected test.zip": answer.rawPayload });
  expect(again.plan.files.map((one) => [one.file, one.rows])).toEqual([
    ["rejected a.csv", 1],
    ["rejected deals.csv", 6],
  ]);
});
