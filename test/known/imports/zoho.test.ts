/** The record after the import of a Zoho sample: twenty-one tables, each imported or named with the reason. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, type ImportedRecord, importedRecord } from "./record.ts";

const folder = folderOf("zoho_sample");

describe.skipIf(folder === null)("the import of a Zoho sample", () => {
  let record: ImportedRecord;
  beforeAll(async () => {
    record = await importedRecord(folder ?? "");
  });
  afterAll(() => record.close());

  test("each table is imported or named, and every row of an imported one is accounted for", async () => {
    expect(record.plan.source).toBe("zoho");
    expect(record.counts.filter((one) => !one.includes(" null "))).toEqual([
      "Accounts.csv account 2229: 2226 0 0 3",
      "Calls.csv activity 4100: 4100 0 0 0",
      "Contacts.csv contact 1265: 1265 0 0 0",
      "Events.csv activity 2978: 2978 0 0 0",
      "Potentials.csv opportunity 3632: 3632 0 0 0",
      "Products.csv product 2000: 2000 0 0 0",
      "Tasks.csv activity 2978: 2978 0 0 0",
      "Users.csv person 11: 11 0 0 0",
    ]);
    const named = record.result.notUnderstood.filter((one) => one.file.endsWith(".csv"));
    expect(named.map((one) => one.file)).toEqual([
      "Campaign_Lead_Status.csv",
      "Campaigns.csv",
      "Cases.csv",
      "Invoice_Line_Items.csv",
      "Invoices.csv",
      "Leads.csv",
      "Price_Books.csv",
      "Purchase_Order_Line_Items.csv",
      "Purchase_Orders.csv",
      "Quotes.csv",
      "Sales_Order_Line_Items.csv",
      "Sales_Orders.csv",
      "Vendors.csv",
    ]);
    for (const { reason } of named) expect(reason).toContain("Nothing of them was imported: ");
  });

  test("owners written by name and owners written by id are the same people", async () => {
    const [people] = await record.rows<{ n: number; owners: number; unowned: number }>(
      `select (select count(*)::int from people.person where workspace_id = $ws) as n,
         count(distinct owner_id)::int as owners, count(*) filter (where owner_id is null)::int as unowned
       from crm.opportunity where workspace_id = $ws`,
    );
    expect(people).toEqual({ n: 11, owners: 11, unowned: 0 });
  });

  test("the same files again change nothing", async () => {
    const again = await record.again();
    expect(again.files.map((one) => [one.created, one.updated])).toEqual(again.files.map(() => [0, 0]));
  });
});
