/** A journey of somebody who asks which leader the company needs, changes answers, saves two advices and compares them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("the adviser", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });
  const verdict = () => house.page.getByRole("region", { name: "Verdict" });
  const input = (words: string) =>
    house.page
      .getByRole("region", { name: "Inputs of the advice" })
      .getByRole("row")
      .filter({ hasText: words });

  async function saveAs(title: string): Promise<void> {
    const { page } = house;
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("button", { name: "Save the advice" }).click();
    await page.getByRole("textbox", { name: "Title" }).waitFor({ state: "hidden" });
  }

  test("answers change the advice at once, and two advices are saved and compared", {
    timeout: 120_000,
  }, async () => {
    const { page } = house;
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Adviser" }).click();
    await verdict().getByText("Director of Sales Operations", { exact: true }).waitFor();
    expect(await input("How many people carry a quota?").textContent()).toContain("Your data");
    await saveAs("As we are");

    await page.getByRole("textbox", { name: "How many people carry a quota?" }).fill("180");
    await page.getByRole("textbox", { name: "What does the company take in a year?" }).fill("200");
    await page.getByRole("textbox", { name: "What may the leader cost a year, all in?" }).fill("600000");
    await page.getByRole("combobox", { name: "What has to change first?" }).click();
    await page.getByRole("option", { name: "How the company sells as a whole" }).click();
    await page.getByRole("combobox", { name: /How often must the leader stand for the figures/ }).click();
    await page.getByRole("option", { name: "Every week, and alone" }).click();
    await verdict().getByText("VP of Sales Operations", { exact: true }).waitFor();
    await input("How many people carry a quota?").getByText("Answered").waitFor();
    expect(await input("How many people carry a quota?").textContent()).toMatch(
      /180 people.*In place of \d+ people/,
    );
    expect(new URL(page.url()).searchParams.getAll("answer")).toContain("sellers=180");
    await saveAs("After the merger");

    await page.getByRole("button", { name: "Saved", exact: true }).click();
    await page.getByRole("checkbox", { name: "Compare As we are" }).check();
    await page.getByRole("checkbox", { name: "Compare After the merger" }).check();
    await page.getByRole("button", { name: "Compare the two" }).click();
    await page.getByRole("heading", { name: "Two advices compared", level: 1 }).waitFor();
    const differing = page.getByRole("region", { name: "Inputs that differ", exact: true }).getByRole("row");
    await differing.first().waitFor();
    expect(await differing.count()).toBe(6);
    expect(house.complaints()).toEqual([]);
  });

  test("a saved advice opens as it was told and leads back to its answers", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/adviser`);
    await page.getByRole("button", { name: "Saved", exact: true }).click();
    await page.getByRole("link", { name: "After the merger" }).click();
    await page.getByRole("heading", { name: "After the merger", level: 1 }).waitFor();
    await verdict().getByText("VP of Sales Operations", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Go on from these answers" }).click();
    await page.getByRole("heading", { name: "Which leader do we need?", level: 1 }).waitFor();
    await verdict().getByText("VP of Sales Operations", { exact: true }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("what is read from the company's data is what the page that it links to shows", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/adviser`);
    const row = input("How many days does it take to win an opportunity?");
    await row.getByText("Your data").waitFor();
    const said = /(\d+) days/.exec((await row.textContent()) ?? "")?.[1];
    const path = await row.getByRole("link", { name: "See it" }).getAttribute("href");
    const answer = await page.evaluate(async (where) => (await fetch(`/api${where}`)).json(), path);
    expect(Number(said)).toBe(Math.round(answer.total.value));
    const growth = input("By how much do bookings grow a year?");
    const year = new URL((await growth.getByRole("link").getAttribute("href")) ?? "", house.origin)
      .searchParams;
    const before = (day: string | null) =>
      Temporal.PlainDate.from(day ?? "")
        .subtract({ years: 1 })
        .toString();
    const bookings = (from: string | null, to: string | null) =>
      page.evaluate(
        async (query) => Number((await (await fetch(`/api/measures/bookings?${query}`)).json()).total.value),
        `from=${from}&to=${to}`,
      );
    const [from, to] = [year.get("from"), year.get("to")];
    const share = (await bookings(from, to)) / (await bookings(before(from), before(to))) - 1;
    expect(await growth.textContent()).toContain(`${Number((share * 100).toFixed(1))} %Your data`);
    expect(house.complaints()).toEqual([]);
  });

  test("on paper there is the advice and nothing to press", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/adviser`);
    await verdict().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("region", { name: "Questions" }).isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Save", exact: true }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Pages" }).isVisible()).toBe(false);
    expect(await verdict().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  test("an answer in the address that is none is refused with its reason", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/adviser?answer=selers=3`);
    const told = page.getByRole("alert");
    await told.getByText("Did you mean sellers?").waitFor();
    // The browser reports the refused call (422) on the console; that is what was tried.
    expect(house.complaints(/422/)).toEqual([]);
  });
});
