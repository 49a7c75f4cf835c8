/**
 * The journey of reach: a rep takes up a seat and sees their own records and no others; the owner is told who sees what
 * and why, and shares a colleague's records for a time.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { browserFlags, browserPath, type House, openHouse, withoutBrowser } from "./house.ts";

const password = "tall lantern of the harbour";

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly owner: Named | null }[];
}
interface Named {
  readonly id: string;
  readonly name: string;
}

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("reach", () => {
  let house: House;
  let elsewhere: Browser;
  let page: Page;
  beforeAll(async () => {
    house = await openHouse();
    elsewhere = await chromium.launch({ executablePath: browserPath, headless: true, args: browserFlags });
    page = await (await elsewhere.newContext({ reducedMotion: "reduce" })).newPage();
  });
  afterAll(async () => {
    await elsewhere?.close();
    await house?.close();
  });

  test("is what a rep sees everywhere, and what the owner is told with the reasons", async () => {
    const { page: desk, origin } = house;
    const { items } = await ask<Listed>(desk, "/api/opportunities?limit=200&filter=status.one-of(open)");
    const owners = new Map(items.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : [])));
    const [rep, colleague] = [...owners].map(([id, name]) => ({ id, name }));
    if (!rep || !colleague)
      throw new Error("The sample company has fewer than two owners of open opportunities.");
    const theirs = items.find(({ owner }) => owner?.id === colleague.id);
    const { path } = await ask<{ path: string }>(desk, "/api/seats", {
      personId: rep.id,
      accessRole: "rep",
      email: "rep@example.com",
    });

    await page.goto(`${origin}${path}`);
    await page.getByLabel("New password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Set the password and sign in" }).click();
    await page.getByRole("navigation", { name: "Pages" }).waitFor();

    // The list, the figures and the search hold what is the rep's own.
    const own = await ask<Listed>(page, "/api/opportunities?limit=200");
    expect(own.items.length).toBeGreaterThan(0);
    const everybody = await ask<{ count: number }>(desk, "/api/lists/opportunity/outline");
    const outline = await ask<{ count: number }>(page, "/api/lists/opportunity/outline");
    expect(outline.count).toBeLessThan(everybody.count);
    await page.goto(`${origin}/opportunities`);
    await page.getByRole("grid", { name: "Opportunities" }).waitFor();
    expect(await page.getByRole("gridcell", { name: colleague.name }).count()).toBe(0);

    // A colleague's opportunity is not there, even by its address.
    await page.goto(`${origin}/opportunities/${theirs?.id}`);
    await page.getByText("There is no such opportunity.").waitFor();

    // The owner asks who sees it, and why.
    await desk.goto(`${origin}/settings/who-sees?person=${rep.id}&record=opportunity/${theirs?.id}`);
    await desk.getByText(`${rep.name} has this seat.`).waitFor();
    await desk.getByText("does not", { exact: true }).waitFor();

    // Shared, it is there at once.
    await desk.getByRole("button", { name: "Share records" }).click();
    const form = desk.getByRole("dialog");
    await form.getByRole("combobox", { name: "Records of" }).fill(colleague.name);
    await desk.getByRole("option", { name: colleague.name, exact: true }).click();
    await form.getByRole("combobox", { name: "With", exact: true }).fill(rep.name);
    await desk.getByRole("option", { name: rep.name, exact: true }).click();
    await form.getByLabel("Why").fill("On leave");
    await form.getByRole("button", { name: "Share", exact: true }).click();
    await desk.getByText("sees it", { exact: true }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: theirs?.name ?? "" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("what a seat lacks the right for is not among its pages, and is refused by its address", async () => {
    await page.goto(`${house.origin}/settings`);
    await page.getByRole("navigation", { name: "Settings" }).getByText("Your sign-in").waitFor();
    for (const hidden of ["Access roles", "Who sees what", "Audit log"]) {
      expect(await page.getByRole("navigation", { name: "Settings" }).getByText(hidden).count()).toBe(0);
    }
    const refused = await page.request.get(`${house.origin}/api/access-roles`);
    expect(refused.status()).toBe(403);
  });
});
