/** The journey of somebody with an export: dropped on a page, looked at, imported into a company of one's own. */
import { readFileSync } from "node:fs";
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

  test("what the files leave open is answered by its examples, and refused rows are corrected and dropped again", async () => {
    const { page } = house;
    const odd = [
      "Deal ID,Deal Name,Stage,Amount,Close Date,Score",
      "W1,Harbour,Angebot,100,03/04/2026,7",
      "W2,Lighthouse,Gekauft,200,05/06/2026,8",
      "W3,Jetty,Gekauft,many,07/08/2026,9",
      "W4,Mole,Angebot,300,07/09/2026,9",
    ].join("\n");
    await drop({ "wharf.csv": `Wharf 2026\n${odd}\n` });
    await page.getByRole("heading", { name: "1 file to import" }).waitFor();
    await page.getByRole("button", { name: "Look at the files" }).click();
    const go = page.getByRole("button", { name: "Import 4 rows" });
    await page.getByText("1 question above must be answered first.").waitFor();
    expect(await go.isDisabled()).toBe(true);

    const question = page.getByRole("radiogroup", { name: "Close Date, in wharf.csv" });
    expect(await question.textContent()).toContain("03/04/2026 is 3 Apr 2026");
    expect(await question.textContent()).toContain("03/04/2026 is 4 Mar 2026");
    // Which line names the columns can be said otherwise, and back.
    const header = page.getByLabel("The line of wharf.csv that names the columns");
    expect(await header.inputValue()).toBe("2");
    await header.selectOption("3");
    await page.getByText("Its columns: W1, Harbour").waitFor();
    await header.selectOption("2");
    await question.waitFor();
    expect(await page.getByText(/1 line above the header \(“Wharf 2026”\)/).count()).toBeGreaterThan(0);
    await page.getByRole("radio", { name: "Day first" }).focus();
    await page.keyboard.press("Space");
    await page.getByLabel("What a sale in Gekauft is").selectOption("won");
    await page.getByLabel("Type of the custom field for Score").selectOption("text");
    await page.getByText("Nothing is written yet. Every choice below can be corrected.").waitFor();
    await page.reload();
    expect(await page.getByLabel("What a sale in Gekauft is").inputValue()).toBe("won");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Wharf");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText(/^Kept as “Wharf” by/).waitFor();
    await go.click();
    await page.getByText("4 rows = 3 new + 0 changed + 0 as before + 1 refused").waitFor();

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download them" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("rejected wharf.csv");
    const text = readFileSync(await download.path(), "utf8");
    await drop({ "rejected wharf.csv": text });
    await page.getByRole("button", { name: "Look at the files" }).click();
    await page.getByText("Nothing of these files would be imported. Each says below why.").waitFor();
    expect(await page.getByText(/none of them was corrected yet/).count()).toBeGreaterThan(0);
    await drop({ "rejected wharf.csv": text.replace("many", "250") });
    await page.getByRole("button", { name: "Look at the files" }).click();
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByText("1 row = 1 new + 0 changed + 0 as before + 0 refused").waitFor();
    const records = page.getByRole("table", { name: "Opportunities of this import" });
    await records.getByRole("link", { name: "Jetty" }).click();
    await page.getByRole("heading", { name: "Jetty", level: 1 }).waitFor();
    // Read as its file was read, the sale is won on the seventh of August.
    expect(await page.getByText("7 Aug 2026").count()).toBeGreaterThan(0);
    expect(house.complaints()).toEqual([]);
  });

  test("files with the same columns are offered the mapping that was kept", async () => {
    const { page } = house;
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await page.getByRole("table", { name: "Imports" }).getByText("mapping “Wharf”").waitFor();
    await drop({
      "next.csv":
        "Deal ID,Deal Name,Stage,Amount,Close Date,Score\nX1,Quay,Gekauft,10,03/05/2026,1\nX2,Dock,Angebot,20,04/05/2026,2\n",
    });
    await page.getByRole("button", { name: "Look at the files" }).click();
    await page.getByRole("button", { name: "Use the mapping Wharf" }).click();
    await page.getByText("Nothing is written yet. Every choice below can be corrected.").waitFor();
    expect(await page.getByRole("radio", { name: "Day first" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("heading", { name: "Drop your CRM's export on this page" }).waitFor();
    await page.getByRole("table", { name: "Imports" }).getByText("Cancelled").first().waitFor();
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
