/** The journey of somebody with an export: dropped on a page, looked at, imported into a company of one's own. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

const accounts = "account,sector,office_location\nNorth Pier,marine,Norway\nSouth Pier,marine,Chile\n";
const deals = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Ines Berg,Buoy,North Pier,Won,2026-01-10,2026-03-02,1200
A2,Ines Berg,Radar,South Pier,Lost,2026-02-10,2026-04-02,0
A3,Odd Lund,Buoy,South Pier,Engaging,2026-05-10,,
`;

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("importing", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("a dropped export becomes a company's records, and the sample company stays as it was", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/pipeline`);
    await page.getByRole("heading", { name: "Pipeline", level: 1 }).waitFor();
    await drop({ "accounts.csv": accounts, "sales_pipeline.csv": deals });
    await page.getByRole("heading", { name: "2 files to import" }).waitFor();
    await page.getByRole("textbox", { name: "Name of the new company" }).fill("Pier & Sons");
    await page.getByRole("button", { name: "Open it and go on" }).click();
    await page.getByText("They go to Pier & Sons.").waitFor();
    await page.getByRole("button", { name: "Look at the files" }).click();
    await page.getByRole("button", { name: /^Import \d+ rows/ }).click();
    await page.getByRole("heading", { name: /^Imported:/ }).waitFor();
    const results = page.getByRole("table", { name: "What became of each file" });
    expect(await results.textContent()).toContain("sales_pipeline.csv");
    await page.getByRole("link", { name: "Opportunities" }).click();
    await page.getByRole("button", { name: "Remove the condition on Status" }).click();
    await page.getByRole("grid", { name: "Opportunities" }).getByText("3 opportunities").waitFor();
    expect(house.complaints()).toEqual([]);
  });

  /** Drops files on the page as a person would, with the events that a browser sends. */
  async function drop(files: Record<string, string>): Promise<void> {
    const transfer = await house.page.evaluateHandle((given) => {
      const made = new DataTransfer();
      for (const [name, text] of Object.entries(given))
        made.items.add(new File([text], name, { type: "text/csv" }));
      return made;
    }, files);
    for (const event of ["dragenter", "dragover", "drop"]) {
      await house.page.dispatchEvent("body", event, { dataTransfer: transfer });
    }
  }
});
