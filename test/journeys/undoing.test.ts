/** The journey of somebody who corrects a mapping, tries it, imports it, and takes the whole import back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

const accounts =
  "account,sector,office_location,tier\nNorth Pier,marine,Norway,Gold\nSouth Pier,marine,Chile,Silver\n";
const deals = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Ines Berg,Buoy,North Pier,Won,2026-01-10,2026-03-02,1200
A2,Ines Berg,Radar,South Pier,Lost,2026-02-10,2026-04-02,0
A3,Odd Lund,Buoy,South Pier,Engaging,2026-15-10,,
`;

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("correcting, trying and undoing an import", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("a corrected mapping survives a reload, a trial keeps nothing, and an import is taken back", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/import`);
    await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
    const files = page.getByLabel("Files", { exact: true });
    await files.setInputFiles([
      { name: "accounts.csv", mimeType: "text/csv", buffer: Buffer.from(accounts) },
      { name: "sales_pipeline.csv", mimeType: "text/csv", buffer: Buffer.from(deals) },
    ]);
    await page.getByRole("textbox", { name: "Name of the new company" }).fill("Pier & Sons");
    await page.getByRole("button", { name: "Open it and go on" }).click();
    await page.getByRole("button", { name: "Look at the files" }).click();
    await page.locator("summary").first().click();
    const tier = page.getByRole("combobox", { name: "What tier becomes" });
    await tier.selectOption("ignored");
    await page.getByRole("cell", { name: "Mapped by hand." }).waitFor();
    await page.reload();
    await page.locator("summary").first().click();
    expect(await tier.inputValue()).toBe("ignored");

    await page.getByRole("button", { name: "Try it first" }).click();
    await page.getByRole("heading", { name: /^Tried, nothing kept:/ }).waitFor();
    const figures = page.getByRole("table", { name: "What the figures would become" });
    expect(await figures.textContent()).toContain("$1,200.00");
    expect(await page.getByRole("table", { name: "Refused rows" }).textContent()).toContain("2026-15-10");
    await page.getByRole("button", { name: "Import it now" }).click();
    await page.getByRole("heading", { name: /^Imported:/ }).waitFor();

    await page.getByRole("button", { name: "Undo this import" }).click();
    await page.getByText("Nobody built on these records since.").waitFor();
    await page.getByRole("button", { name: "Undo it" }).click();
    await page.getByRole("heading", { name: "This import was taken back" }).waitFor();
    await page.getByRole("link", { name: "Opportunities" }).click();
    await page.getByRole("heading", { name: "Opportunities", level: 1 }).waitFor();
    expect(await page.getByText("Opportunity A1").count()).toBe(0);
    expect(house.complaints()).toEqual([]);
  });
});
