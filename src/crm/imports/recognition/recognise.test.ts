import { expect, test } from "vitest";
import { ColumnGatherer } from "../values/column-profile.ts";
import { type ProfiledFile, recognise } from "./recognise.ts";
import { longId, objectOfId } from "./salesforce.ts";

/** A file out of lines of text, comma separated, the first of which names the columns. */
function fileOf(file: string, ...lines: string[]): ProfiledFile {
  const [columns = [], ...rows] = lines.map((line) => line.split(","));
  const profiles = columns.map((column, at) => {
    const gatherer = new ColumnGatherer(column);
    for (const row of rows) gatherer.take(row[at] ?? "");
    return gatherer.finish();
  });
  return { file, columns, profiles, rows: rows.length, headed: true };
}
const seen = (files: ProfiledFile[]) => recognise(files).map((one) => `${one.source} ${one.object}`);
const id = "006bm00000LKJNNAA5";

const deals = fileOf(
  "deals.csv",
  "Deal ID,Deal Stage,Amount,Close Date,Owner",
  "1,Won,5,2026-01-01,Ann",
  "2,Lost,6,2026-01-02,Ann",
);
test.each([
  ["deals with an id and a stage", deals, "csv opportunity"],
  ["companies", fileOf("list.csv", "Company,Sector,Employees", "Acme,steel,5", "Bold,tin,6"), "csv account"],
  ["the price list", fileOf("x.csv", "Product,Series,Sales Price", "A,1,5", "B,1,6"), "csv product"],
  [
    "agents with managers",
    fileOf("teams.csv", "sales_agent,manager,regional_office", "Ann,Bo,East", "Cy,Bo,East"),
    "csv person",
  ],
  ["contacts", fileOf("c.csv", "First Name,Last Name,Email,Company", "A,B,a@b.c,Acme"), "csv contact"],
  [
    "deals in plain words, though other programs call their columns so too",
    fileOf(
      "d.csv",
      "Deal ID,Deal Name,Deal Stage,Close Date,Amount",
      "1,A,Won,2026-01-01,5",
      "2,B,Lost,2026-01-02,6",
    ),
    "csv opportunity",
  ],
  [
    "a HubSpot export with labels",
    fileOf("d.csv", "Record ID,Deal Name,Deal Stage,Close Date", "1,A,Won,2026-01-01"),
    "hubspot opportunity",
  ],
  [
    "HubSpot's property history",
    fileOf("h.csv", "deal_id,name,value,timestamp", "1,dealstage,s1,2026-01-01"),
    "hubspot opportunity-values",
  ],
  [
    "a Salesforce report",
    fileOf("r.csv", "Opportunity Owner,Opportunity Name,Stage,Close Date", "Ann,A,Won,2026-01-01"),
    "salesforce opportunity",
  ],
  [
    "Zoho potentials",
    fileOf("p.csv", "Potential Name,Closing Date,Stage,Amount", "A,2026-01-01,Won,5"),
    "zoho opportunity",
  ],
  [
    "a Dynamics table",
    fileOf("o.csv", "opportunityid,name,estimatedvalue,statecode", "1-2,A,5,0"),
    "dynamics opportunity",
  ],
  ["leads of no known program", fileOf("l.csv", "Lead Number,Lead Source,City", "1,Web,Rome"), "csv contact"],
  [
    "what a data loader wrote",
    fileOf("error123.csv", `ID,NAME,ERROR`, `${id},A,REQUIRED_FIELD_MISSING`),
    "csv null",
  ],
  [
    "a table without a header",
    { ...fileOf("t.csv", "Name,Amount,Stage", "a,1,Won", "b,2,Lost"), headed: false },
    "csv null",
  ],
  [
    "Salesforce in capitals",
    fileOf("o.csv", "ID,STAGENAME,CLOSEDATE,NAME", `${id},Won,2026-01-01,x`),
    "salesforce opportunity",
  ],
  [
    "Salesforce columns with other ids",
    fileOf("o.csv", "Id,StageName,CloseDate,Amount", "1,Won,2026-01-01,5"),
    "csv opportunity",
  ],
  [
    "Salesforce history",
    fileOf("h.csv", "Id,OpportunityId,StageName,CreatedDate", `008bm00000UoqOj,${id},Won,2026-01-01`),
    "salesforce opportunity-history",
  ],
  [
    "leads",
    fileOf("l.csv", "Id,Company,Status,LastName,IsConverted", "00Qbm00000Orxk5EAB,Acme,Open,Box,FALSE"),
    "salesforce null",
  ],
  [
    "Salesforce line items, which are not imported yet",
    fileOf("li.csv", "Id,OpportunityId,UnitPrice,Quantity", `00kbm00000Orxk5EAB,${id},5,1`),
    "csv null",
  ],
  ["a summary", fileOf("s.csv", "StageName,Count", "Won,3"), "csv null"],
  ["a file without rows", fileOf("e.csv", "Deal ID,Stage"), "csv null"],
] as const)("%s", (_, file, expected) => {
  expect(seen([file])).toEqual([expected]);
});

test("a users file is Pipedrive's beside a log of deal changes, and a plain list of people alone", () => {
  const users = fileOf("users.csv", "id,name,email,modified", "1,Ann,a@b.c,2026-01-01");
  const log = fileOf(
    "deal_changes.csv",
    "deal_id,change_time,changed_field_key,new_value",
    "1,2026-01-01,stage_id,2",
  );
  expect(seen([users, log])).toEqual(["pipedrive person", "pipedrive opportunity-changes"]);
  expect(seen([users])).toEqual(["csv person"]);
});

test("a file that describes the others is named as such", () => {
  const dictionary = fileOf(
    "dictionary.csv",
    "Table,Field,Description",
    "deals,Deal ID,key",
    "deals,Amount,money",
  );
  expect(recognise([deals, dictionary])[1]?.reason).toBe(
    "It describes the other files (column Table) and holds no records of its own.",
  );
});

test("every answer says why, and how sure it is", () => {
  const [found] = recognise([deals]);
  expect(found?.confidence).toBeGreaterThan(0.7);
  expect(found?.reason).toBe(
    "Each row is one opportunity, named by Deal ID; 5 of 5 columns are known: Deal ID, Deal Stage, Amount, Close Date, Owner.",
  );
});

test("a short Salesforce id gets the suffix that keeps its capitals apart", () => {
  expect(longId("006bm00000LKJNN")).toBe("006bm00000LKJNNAA5");
  expect(longId("006bm00000LKJNa")).toBe("006bm00000LKJNaAAP");
  expect(longId("006bm00000LKJNNAA5")).toBe("006bm00000LKJNNAA5");
  expect(objectOfId("006bm00000LKJNNAA5")).toBe("opportunity");
  expect(objectOfId("500bm00000LKJNNAA5")).toBe(null);
});
