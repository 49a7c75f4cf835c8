/** The desks: a number leads to what it is made of, a desk is arranged and stays so, and a seat finds its own. */
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserFlags, browserPath, type House, openHouse, withoutBrowser } from "./house.ts";

const panelsOf = (page: Page) =>
  page.locator(".qd-desk-panel").evaluateAll((all) => all.map((one) => one.getAttribute("data-panel")));
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** Goes to another desk by its name. */
async function goToDesk(page: Page, name: string) {
  await page.getByRole("button", { name: /^Desk: / }).click();
  await page.getByRole("menuitemradio", { name, exact: true }).click();
  await page.getByRole("button", { name: `Desk: ${name}` }).waitFor();
}

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("desks", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.page.goto(house.origin);
    await house.page.locator(".qd-desk-panel").first().waitFor();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("the owner begins at the VP's desk, and what is booked opens exactly its opportunities", async () => {
    const { page } = house;
    expect((await panelsOf(page)).slice(0, 4)).toEqual(["target", "coverage", "forecast", "next-quarter"]);
    const target = region(page, "Will bookings reach the target?");
    const quarter = target.getByRole("region").first();
    const note = quarter.getByText(/ won$/);
    await note.waitFor();
    const count = /([\d,]+) won$/.exec((await note.textContent()) ?? "")?.[1];
    await quarter.getByRole("link").first().click();
    const panel = page.getByRole("complementary", { name: "Records behind Bookings" });
    await panel.getByText(new RegExp(`^${count} record`)).waitFor();
    await page.goBack();
    expect(house.complaints()).toEqual([]);
  });

  test("on the Director's desk a gap opens the list of exactly those opportunities", async () => {
    const { page } = house;
    await goToDesk(page, "Director of Sales Operations");
    expect((await panelsOf(page)).slice(0, 4)).toEqual(["movement", "queue", "stuck", "hygiene"]);
    const gap = region(page, "What is missing in open opportunities?").getByRole("link", {
      name: /^No next step/,
    });
    const counted = gap.locator(".qd-strong");
    await expect.poll(() => counted.textContent()).toMatch(/^\d/);
    const count = await counted.textContent();
    await gap.click();
    await page.getByRole("heading", { name: "Opportunities", level: 1 }).waitFor();
    await expect.poll(() => page.locator(".qd-finding strong").first().textContent()).toBe(count);
    await page.goBack();
    await page.getByRole("button", { name: "Desk: Director of Sales Operations" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("what is done leaves the queue, and comes back when it is taken back", async () => {
    const { page } = house;
    const queue = region(page, "What is to be done today?");
    const done = queue.getByRole("button", { name: /^It is done: / });
    await done.first().waitFor();
    const heading = queue.getByRole("heading");
    await expect.poll(() => heading.textContent()).toMatch(/due today|overdue/);
    const before = await heading.textContent();
    await done.first().click();
    await expect.poll(() => heading.textContent()).not.toBe(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => heading.textContent()).toBe(before);
    expect(house.complaints()).toEqual([]);
  });

  test("somebody with only a keyboard arranges the desk, finds it so again, and has it as it came", async () => {
    const { page } = house;
    const came = await panelsOf(page);
    await page.getByRole("button", { name: "Arrange" }).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "Arrange this desk" });
    const away = panel.getByRole("button", { name: "Put it away: What is to be done today?" });
    await away.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => panelsOf(page)).toEqual(came.filter((key) => key !== "queue"));
    await panel.getByRole("button", { name: "Move up: What is missing in open opportunities?" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await panel.getByText("“What is missing in open opportunities?” is number 2 of 8.").waitFor();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => (await panelsOf(page))[0]).toBe("hygiene");
    await page.reload();
    await page.locator(".qd-desk-panel").first().waitFor();
    expect((await panelsOf(page)).slice(0, 3)).toEqual(["hygiene", "movement", "stuck"]);
    await page.getByRole("button", { name: "Arrange" }).click();
    await panel
      .getByRole("button", { name: "Put it on the desk: Where does everybody stand this quarter?" })
      .click();
    await expect.poll(async () => (await panelsOf(page)).at(-1)).toBe("people");
    await panel.getByRole("button", { name: "Back to how it came" }).click();
    await expect.poll(() => panelsOf(page)).toEqual(came);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(house.complaints()).toEqual([]);
  });

  test("the desk moves with the date, and what is of today only says so", async () => {
    const { page } = house;
    await page.goto(
      `${house.origin}/?asOf=${Temporal.Now.plainDateISO().subtract({ months: 8 }).toString()}`,
    );
    const hygiene = region(page, "What is missing in open opportunities?");
    await hygiene.getByText("as of today").waitFor();
    expect(await region(page, "What moved the pipeline?").getByText("as of today").count()).toBe(0);
    await page.goto(house.origin);
    expect(house.complaints()).toEqual([]);
  });

  test("a panel that fails says so alone, and is asked again", async () => {
    const { page } = house;
    await page.route(/\/api\/waterfall\?/, (route) => route.fulfill({ status: 503, body: "" }));
    await page.reload();
    const movement = region(page, "What moved the pipeline?");
    const again = movement.getByRole("button", { name: "Try again" });
    await again.waitFor();
    await region(page, "Which opportunities are stuck?").getByRole("listitem").first().waitFor();
    await page.unrouteAll();
    await again.click();
    await movement.getByRole("button", { name: /^End / }).waitFor();
    expect(house.complaints(/503/)).toEqual([]);
  });

  test("a rep lands on their own desk, and their opportunities are those that are theirs", async () => {
    const { page, origin } = house;
    const found = await page.evaluate(async () => {
      const ask = async (path: string) => (await fetch(path)).json();
      const { items } = await ask(
        "/api/opportunities?filter=and(status.one-of(open),closeOn.in(this-month))&limit=1",
      );
      const owner = (items as { owner: { id: string } }[])[0]?.owner;
      const seat = await fetch("/api/seats", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({ personId: owner?.id, accessRole: "rep", email: "rep@example.com" }),
      });
      const mine = `and(status.one-of(open),closeOn.in(this-month),owner.one-of(${owner?.id}))`;
      const { count } = await ask(`/api/lists/opportunity/outline?filter=${mine}`);
      return { closing: count as number, seat: (await seat.json()) as { path: string } };
    });
    const token = new URL(found.seat.path, origin).searchParams.get("token");
    // Somebody else at another machine: nothing is shared with the owner's browser.
    const other = await chromium.launch({ executablePath: browserPath, headless: true, args: browserFlags });
    const own = await other.newPage();
    await own.addInitScript(() => localStorage.setItem("quarterdeck.welcomed", "true"));
    await own.goto(origin);
    const status = await own.evaluate(async (given) => {
      const body = JSON.stringify({ token: given, password: "eleven grey herons at dusk" });
      const headers = { "content-type": "application/json" };
      return (await fetch("/api/invitations/accept", { method: "POST", headers, body })).status;
    }, token);
    expect(status).toBe(200);
    await own.goto(origin);
    await own.getByRole("button", { name: "Desk: Sales rep" }).waitFor();
    expect((await panelsOf(own)).slice(0, 3)).toEqual(["my-queue", "my-closing", "target"]);
    await region(own, "Which of my opportunities should close this month?")
      .getByRole("link")
      .first()
      .waitFor();
    const heading = region(own, "Which of my opportunities should close this month?").getByRole("heading");
    await expect.poll(() => heading.textContent()).toMatch(new RegExp(`^${found.closing} opportunit`));
    await other.close();
  });
});
