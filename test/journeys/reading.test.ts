/** Journeys of somebody who reads: the pipeline on any day, what moved and why, a measure and its records. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

if (withoutBrowser) console.warn(`Journeys are left out: ${withoutBrowser}.`);

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("reading", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });
  beforeEach(async () => {
    await house.page.goto(house.origin);
    await house.page.getByRole("heading", { level: 1 }).waitFor();
  });

  test("the link signs in, and the pipeline is a key path away", async () => {
    const { page } = house;
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.getByRole("heading", { name: "Pipeline", level: 1 }).waitFor();
    const table = page.getByRole("table", { name: "The open pipeline by stage" });
    await table.getByRole("row").nth(3).waitFor();
    expect(await table.getByRole("row").last().textContent()).toMatch(/^Total\$/);
    expect(house.complaints()).toEqual([]);
  });

  test("moving the date moves the whole company, and the address carries the day", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/pipeline?by=region`);
    const total = page.getByRole("table", { name: "The open pipeline by region" }).getByRole("row").last();
    await total.waitFor();
    const today = await total.textContent();
    await page.getByRole("button", { name: /^Today/ }).click();
    await page.getByText("quarter", { exact: true }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "One quarter back" }).click();
    await page.getByText("Everything is shown as it stood at the end of").waitFor();
    await expect.poll(() => total.textContent()).not.toBe(today);
    const day = new URL(page.url()).searchParams.get("asOf");
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await page.getByRole("link", { name: "Measures" }).first().click();
    await page.getByRole("heading", { name: "Measures", level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get("asOf")).toBe(day);
    await page.keyboard.press("t");
    await expect.poll(() => new URL(page.url()).searchParams.get("asOf")).toBeNull();
    expect(house.complaints()).toEqual([]);
  });

  test("a press on the trend shows the company as of that week", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/pipeline`);
    const chart = page.getByRole("group", { name: /Press a week/ });
    await chart.getByRole("button").nth(20).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("asOf")).toMatch(/^\d{4}-/);
    expect(house.complaints()).toEqual([]);
  });

  test("a bar of the waterfall opens its opportunities, and one of them its whole history", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/pipeline/moved`);
    await page.getByText("Residual $0").waitFor();
    const bar = page.getByRole("button", { name: /^New [+]/ });
    const count = Number(
      /(\d[\d,]*) opportunit/.exec((await bar.getAttribute("aria-label")) ?? "")?.[1]?.replace(",", ""),
    );
    expect(count).toBeGreaterThan(0);
    await bar.click();
    const panel = page.getByRole("complementary", { name: "Opportunities in New" });
    const found = panel.getByRole("listitem");
    await found.first().waitFor();
    expect(await panel.textContent()).toContain(`${count} opportunit`);
    expect(await found.count()).toBe(Math.min(count, 100));
    await found.first().getByRole("link").click();
    const history = page.getByRole("list", { name: "What happened, newest first" });
    await history.waitFor();
    // A call can come before the opportunity that it led to, so the opening need not stand last.
    await history.locator("> li").filter({ hasText: "Opened" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("a measure says its definition, answers to its switches and opens its records", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/measures/win-rate`);
    await page.getByRole("heading", { name: "Win rate", level: 1 }).waitFor();
    await page.getByText("won ÷ (won + lost)").waitFor();
    const figure = page.getByRole("region", { name: "Win rate in the period" });
    await figure.getByText(/from [\d,]+ record/).waitFor();
    const byCount = await figure.textContent();
    await page.getByRole("radiogroup", { name: "Weight" }).getByText("By value").click();
    await expect.poll(() => figure.textContent(), { timeout: 15_000 }).not.toBe(byCount);
    expect(new URL(page.url()).searchParams.get("switches")).toBe("weight=value");
    const n = /from ([\d,]+) record/.exec((await figure.textContent()) ?? "")?.[1];
    await figure.getByRole("button", { name: "Show the records" }).click();
    const panel = page.getByRole("complementary", { name: "Records behind Win rate" });
    await panel.getByRole("listitem").first().waitFor();
    expect(await panel.textContent()).toContain(`${n} record`);
    expect(house.complaints()).toEqual([]);
  });

  test("somebody with only a keyboard gets to a measure, its records and back", async () => {
    const { page } = house;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("sales cycle");
    const typed = page.getByRole("textbox", { name: "Go to a page, a record or a day, or do something" });
    expect(await typed.inputValue()).toBe("sales cycle");
    await page
      .getByRole("button", { name: /Sales cycle/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Sales cycle", level: 1 }).waitFor();
    const table = page.getByRole("table", { name: /^By / });
    await table.getByRole("row").nth(1).waitFor();
    await table.locator("tbody tr[tabindex='0']").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Records behind Sales cycle" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("open")).toBeNull();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Help" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("somebody walks down the reporting lines to a person and sees what stands to their name", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/people`);
    const tree = page.getByRole("treegrid", { name: "Who reports to whom" });
    const lines = tree.locator("tbody > tr");
    await lines.nth(1).waitFor();
    const all = await lines.count();
    await lines.first().focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => lines.count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => lines.count()).toBe(all);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Open their page" }).click();
    await page.getByText(/^With the \d+ people below$/).waitFor();
    const table = page.getByRole("table", { name: "Opportunities" });
    await table.getByRole("row").nth(1).click();
    await page.getByRole("list", { name: "Stages" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });
});
