/** The journey of a role: opened, followed to a measure, laid beside another, written anew, and back to how it came. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("roles", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("a role leads to the measures by which it is seen, and beside another it says what separates them", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/roles`);
    await page.getByRole("link", { name: "VP of Sales Operations" }).click();
    await page.getByRole("heading", { name: "VP of Sales Operations", level: 1 }).waitFor();
    const scorecard = page.getByRole("region", { name: "Scorecard" });
    await scorecard
      .getByText(/at this point of the quarter before/)
      .nth(5)
      .waitFor();
    expect(await scorecard.getByRole("link").allTextContents()).toEqual([
      "Pipeline coverage",
      "Slippage",
      "Sales cycle",
      "Win rate",
      "Cost per sale",
      "Bookings",
    ]);
    await page.getByRole("list", { name: "Impact" }).getByRole("link", { name: "Win rate" }).click();
    await page.getByRole("heading", { name: "Win rate", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("combobox", { name: "Compare with another role" }).click();
    await page.getByRole("option", { name: "Director of Sales Operations" }).click();
    await page
      .getByText("VP of Sales Operations and Director of Sales Operations differ in 15 of 15 sections.")
      .waitFor();
    const focus = page.getByRole("row").filter({ hasText: "Focus" });
    expect(await focus.getByRole("cell").allTextContents()).toEqual([
      "Strategy over years: how sales serves what the company is after",
      "The working day: processes and systems that do what they should",
    ]);
    expect(house.complaints()).toEqual([]);
  });

  test("a role is written in the company's own words, keeps its links, and goes back to how it came", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/roles/director-sales-operations`);
    await page.getByRole("button", { name: "Make it your own" }).click();
    await page.getByLabel("Focus").fill("The quarter, and the week in it");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("your own words").waitFor();
    await page.getByText("The quarter, and the week in it").waitFor();
    const duties = page.getByRole("list", { name: "Duties" });
    expect(await duties.getByRole("link").allTextContents()).toEqual([
      "Pipeline: moved",
      "Measures",
      "Settings: pipelines",
      "Opportunities",
      "Import",
    ]);
    await page.getByRole("button", { name: "Back to how it came" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Back to how it came" }).click();
    await page.getByText("The working day: processes and systems that do what they should").waitFor();
    expect(await page.getByText("your own words").count()).toBe(0);
    expect(house.complaints()).toEqual([]);
  });
});
