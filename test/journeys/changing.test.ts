/** Journeys of somebody who changes: an amount, seen in the history and the pipeline; and a conflict, told and settled. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

interface Found {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly amount: { readonly amount: string; readonly currency: string };
}

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("changing", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  /** Asks the API with the session of the page. */
  const ask = <T>(path: string): Promise<T> =>
    house.page.evaluate(async (where) => (await fetch(where)).json(), path) as Promise<T>;
  const pipelineTotal = async () =>
    Number((await ask<{ total: { amount: string } }>("/api/pipeline?by=status")).total.amount);
  async function someDollars(nth: number): Promise<Found> {
    const page = await ask<{ items: Found[] }>("/api/opportunities?status=open&sort=-amount&limit=50");
    const found = page.items.filter((one) => one.amount.currency === "USD")[nth];
    if (!found) throw new Error("The sample company has no such opportunity.");
    return found;
  }

  test("a changed amount stands in the history and in the pipeline", async () => {
    const { page } = house;
    const chosen = await someDollars(0);
    const before = await pipelineTotal();
    await page.goto(`${house.origin}/opportunities/${chosen.id}`);
    await page.getByRole("button", { name: /change amount/ }).click();
    const field = page.getByRole("textbox", { name: "Amount" });
    await field.fill(String(Number(chosen.amount.amount) + 1000));
    await field.press("Enter");
    await page.getByText("Kept, with its history.").waitFor();
    const history = page.getByRole("list", { name: "What happened, newest first" });
    await expect.poll(() => history.locator("> li").first().textContent()).toContain("Amount changed");
    await expect.poll(async () => Math.round((await pipelineTotal()) - before)).toBe(1000);
    expect(house.complaints()).toEqual([]);
  });

  test("from its list to a record, which is won and taken back, moved and taken back, and on to the next", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/opportunities`);
    const list = page.getByRole("grid", { name: "Opportunities" });
    const names = list.locator(".qd-record-link");
    await names.nth(1).waitFor();
    const [first, second] = await names.allTextContents();
    await names.first().click();
    await page.getByRole("link", { name: "Open its page" }).click();
    await page.getByRole("heading", { name: first ?? "", level: 1 }).waitFor();
    const history = page.getByRole("list", { name: "What happened, newest first" });
    await page.getByRole("button", { name: "Won", exact: true }).click();
    await page.getByRole("button", { name: "Open again" }).waitFor();
    const latest = history.locator("> li").first();
    await latest.getByText("Won", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await page.getByRole("button", { name: /^Negotiation.*move it here$/ }).click();
    await latest.getByText(/to Negotiation$/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: /^Negotiation.*move it here$/ }).waitFor();
    await page.getByRole("navigation", { name: "Opportunities of the list" }).getByText(/^1 of/).waitFor();
    await page.keyboard.press("j");
    await page.getByRole("heading", { name: second ?? "", level: 1 }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("heading", { name: first ?? "", level: 1 }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("who changes what somebody else has changed meanwhile is told so and decides", async () => {
    const { page } = house;
    const chosen = await someDollars(1);
    await page.goto(`${house.origin}/opportunities/${chosen.id}`);
    await page.getByRole("button", { name: /change next step/ }).click();
    await page.getByRole("textbox", { name: "Next step" }).fill("Send the offer");
    const status = await page.evaluate(
      async ({ id, version }) => {
        const answer = await fetch(`/api/opportunities/${id}`, {
          method: "PATCH",
          headers: { "content-type": "application/json", "if-match": `"${version}"` },
          body: JSON.stringify({ leadSource: "Trade fair", closeOn: "2031-01-31" }),
        });
        return answer.status;
      },
      { id: chosen.id, version: chosen.version },
    );
    expect(status).toBe(200);
    await page.keyboard.press("Enter");
    const told = page.getByRole("alert");
    await told.getByText("Somebody changed this opportunity while you were looking at it.").waitFor();
    expect(await told.textContent()).toContain("31 Jan 2031");
    await told.getByRole("button", { name: "Keep mine as well" }).click();
    await page.getByText("Kept, with its history.").waitFor();
    const now = await ask<{ nextStep: string; closeOn: string }>(`/api/opportunities/${chosen.id}`);
    expect(now).toMatchObject({ nextStep: "Send the offer", closeOn: "2031-01-31" });
    // The browser reports the refused write (412) on the console; that is what this journey is about.
    expect(house.complaints(/412/)).toEqual([]);
  });

  test("somebody tries a call of the API, sees the answer, and what it made is there", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/settings/api`);
    await page.getByRole("button", { name: "POST /accounts", exact: true }).click();
    await page.getByRole("textbox", { name: "Body, as JSON" }).fill('{ "name": "Tried by hand" }');
    await page.getByRole("button", { name: "Send" }).click();
    await page
      .getByRole("status")
      .getByText(/^Status 201, after/)
      .waitFor();
    const answer = await page.getByRole("region", { name: "The answer" }).textContent();
    const made = JSON.parse(answer ?? "{}") as { id: string };
    expect(await ask(`/api/accounts/${made.id}`)).toMatchObject({ name: "Tried by hand" });
    await page.getByRole("textbox", { name: "Body, as JSON" }).fill('{ "nam": "Tried by hand" }');
    await page.getByRole("button", { name: "Send" }).click();
    await page
      .getByRole("status")
      .getByText(/^Status 400, after/)
      .waitFor();
    // The browser reports the refused call (400) on the console; that it is refused is what was tried.
    expect(house.complaints(/400/)).toEqual([]);
  });

  test("a link to a record in another tab keeps the day that is shown", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/opportunities?asOf=2026-01-15`);
    const link = page.locator(".qd-record-link").first();
    await link.waitFor();
    const opened = house.browser.waitForEvent("page");
    await link.click({ modifiers: ["ControlOrMeta"] });
    const tab = await opened;
    await tab.getByText("Everything is shown as it stood at the end of").waitFor();
    expect(new URL(tab.url()).searchParams.get("asOf")).toBe("2026-01-15");
    await tab.close();
  });
});
