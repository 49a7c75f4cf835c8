/** An auditor's visit: what was done stands there as sentences, can be narrowed, looked into, taken along, and verified. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("the audit log", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("tells of a key, of a refusal and of an export, shows what changed, and says that it is whole", async () => {
    const { page, origin } = house;
    await page.goto(`${origin}/settings/access`);
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByLabel("What is it for?").fill("Warehouse sync");
    await page.getByRole("button", { name: "Make the key" }).click();
    const secret = await page.getByLabel("The key").inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    const refused = await fetch(`${origin}/api/audit`, { headers: { authorization: `Bearer ${secret}` } });
    expect(refused.status).toBe(403);

    await page.getByRole("link", { name: "Audit log" }).click();
    const row = (words: string) => page.getByRole("row").filter({ hasText: words });
    await row("Owner made the key “Warehouse sync” from 127.0.0.1").waitFor();
    await row("Warehouse sync was denied").getByText("refused").waitFor();
    await row("Owner signed in").first().waitFor();
    expect(await page.content()).not.toContain(secret);

    await row("Owner made the key").click();
    const panel = page.getByRole("complementary", { name: "Event" });
    await panel.getByText("POST /api/keys").waitFor();
    await panel.getByText("What it changed").waitFor();
    await panel.getByText("Expires at").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Refused" }).click();
    await row("Owner made the key").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("outcome")).toBe("refused");
    await page.getByLabel("Name, address, call or id").fill("nobody of this name");
    await page.getByText("No event is like this").waitFor();
    await page.getByRole("button", { name: "Show all" }).first().click();
    await row("Owner made the key").waitFor();

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as CSV" }).click();
    expect((await coming).suggestedFilename()).toMatch(/^Audit log \d{4}-\d\d-\d\d\.csv$/);
    await page.reload();
    await row("of the audit log as CSV").waitFor();

    await page.getByText("Is it whole?").waitFor();
    await page.getByText("whole", { exact: true }).first().waitFor();
    const head = await page
      .locator("code", { hasText: /^[0-9a-f]{8}(:[0-9a-f]{8}){7}$/ })
      .first()
      .textContent();
    expect(head).toMatch(/^[0-9a-f:]{71}$/);
    expect(house.complaints()).toEqual([]);
  });
});
