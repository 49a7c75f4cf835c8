/** The journey of a hire: which leader is needed, what the role asks for, who fits it with which evidence, and for what pay. */
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { browserFlags, browserPath, type House, openHouse, withoutBrowser } from "./house.ts";

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("hiring", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });
  const heading = (name: string) => house.page.getByRole("heading", { name, level: 1 });

  test("the adviser says which leader, and shows the pay that it rests on", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/adviser?answer=challenge=several&answer=budget=260000`);
    await heading("Which leader do we need?").waitFor();
    await page.getByText("Director, total: $157,000 to $253,000, median $197,000").waitFor();
    await page.getByRole("link", { name: "Roles" }).click();
    await page.getByRole("link", { name: "Director of Sales Operations" }).click();
    await page.getByText("5 to 8 years, with teams and projects led").waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("a candidate is added for the role, scored with evidence, and laid beside another", async () => {
    const { page } = house;
    await add("Ingrid Solberg");
    await page.getByRole("group", { name: "Level: CRM and tools of sales" }).getByText("clearly").click();
    await page.getByText("A level needs evidence in words: what was said or done.").waitFor();
    expect(await page.getByRole("button", { name: "Hand in" }).isDisabled()).toBe(true);
    await page.getByLabel("Evidence: CRM and tools of sales").fill("Moved two companies to another CRM");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByText("Your draft is kept.").waitFor();
    await page.reload();
    await page.getByText("1 of 17 scored").waitFor();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hand it in" }).click();
    const saw = page.getByRole("region", { name: "What interviewers saw" });
    await saw.getByRole("button", { name: "CRM and tools of sales" }).click();
    await saw.getByText("Moved two companies to another CRM").waitFor();
    expect(await page.getByRole("button", { name: "Save the draft" }).count()).toBe(0);
    await add("Rafael Monteiro");
    await page.getByRole("link", { name: "Side by side" }).click();
    await heading("Candidates for Director of Sales Operations").waitFor();
    const row = page.getByRole("row").filter({ hasText: "CRM and tools of sales" });
    expect((await row.getByRole("cell").allTextContents()).toSorted()).toEqual(["clearly", "not shown yet"]);
    await row.getByRole("button").click();
    await page.getByRole("complementary", { name: "Evidence" }).getByText("Moved two companies").waitFor();
    expect(house.complaints()).toEqual([]);
  });

  async function add(name: string): Promise<void> {
    const { page } = house;
    await page.goto(`${house.origin}/candidates`);
    await page.getByRole("button", { name: "Add a candidate" }).first().click();
    const form = page.getByRole("dialog");
    await form.getByRole("combobox", { name: "For which role" }).click();
    await page.getByRole("option", { name: "Director of Sales Operations" }).click();
    await form.getByLabel("Name").fill(name);
    await form.getByRole("button", { name: "Add the candidate" }).click();
    await heading(name).waitFor();
  }

  test("it is decided with the reason, and what is personal is removed for good", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/candidates`);
    await page.getByRole("link", { name: "Ingrid Solberg" }).click();
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Make an offer").check();
    await form.getByLabel("Why").fill("Has led what we are about to build");
    await form.getByRole("button", { name: "Decide" }).click();
    await page
      .getByRole("region", { name: "Decided" })
      .getByText("Has led what we are about to build")
      .waitFor();
    await page.getByRole("button", { name: "Remove what is personal" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove it for good" }).click();
    await heading("Candidate, name removed").waitFor();
    await page.getByText("1 sheet with 1 score").waitFor();
    expect(await page.getByText("Ingrid").count()).toBe(0);
    expect(house.complaints()).toEqual([]);
  });

  test("a band of the company's own stands beside the market, and pay is told in each", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/pay`);
    await page.getByRole("button", { name: "Add a band" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("combobox", { name: "Role" }).fill("Director of Sales Operations");
    await page.keyboard.press("Escape");
    for (const [label, amount] of [
      ["Low, a year", "125000"],
      ["Middle, a year", "142000"],
      ["High, a year", "160000"],
    ] as const)
      await form.getByLabel(label).fill(amount);
    await form.getByRole("button", { name: "Add the band" }).click();
    await page.getByText("Their lower ends differ by 25%, which is more than 10%").waitFor();
    await page.getByRole("button", { name: "Where people stand" }).click();
    await page.getByRole("button", { name: "State somebody's pay" }).first().click();
    await form.getByRole("combobox", { name: "Whose" }).click();
    await page.getByRole("option", { name: "Daniel Okafor" }).click();
    await form.getByRole("combobox", { name: "Role" }).fill("Director of Sales Operations");
    await form.getByLabel("Base, a year").fill("138500");
    await form.getByRole("button", { name: "State it" }).click();
    const table = page.getByRole("table", { name: "Where people stand" });
    await table.getByText("Daniel Okafor").nth(1).waitFor();
    // 138,500 ÷ 137,500 and 38,500 ÷ 75,000; 138,500 ÷ 142,000 and 13,500 ÷ 35,000.
    const cells = await table.getByRole("cell").allTextContents();
    for (const figure of ["1.01", "51.3%", "0.98", "38.6%"]) expect(cells).toContain(figure);
    expect(house.complaints()).toEqual([]);
  });

  test("what somebody was seen to do is put on record, and says what is missing for the next level", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/careers`);
    await page.getByRole("button", { name: "Put evidence on record" }).click();
    const form = page.getByRole("dialog");
    for (const [field, choice] of [
      ["Who", "Daniel Okafor"],
      ["Competence", "Planning"],
      ["Shown as", "VP of Sales Operations"],
    ] as const) {
      await form.getByRole("combobox", { name: field }).click();
      await page.getByRole("option", { name: choice }).click();
    }
    await form.getByLabel("What was seen").fill("Planned three years with finance");
    await form.getByRole("button", { name: "Put it on record" }).click();
    await page.getByRole("button", { name: /^Daniel Okafor|Daniel Okafor has shown 1 of 5/ }).click();
    const way = page.getByRole("complementary", { name: "Way on the ladder" });
    await way.getByText("Planned three years with finance").waitFor();
    await way
      .getByText(/^Leadership: nothing is on record; Director of Sales Operations asks for: Led a team/)
      .waitFor();
    await way.getByRole("link", { name: "Daniel Okafor" }).click();
    await page.getByRole("region", { name: "Career: Leading sales operations" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("whoever was hired takes up a seat: a Director works with candidates, and is not shown pay", async () => {
    const { page, origin } = house;
    const found = await ask<{ items: { id: string }[] }>(page, "/api/people?search=Daniel%20Okafor");
    const { path } = await ask<{ path: string }>(page, "/api/seats", {
      personId: found.items[0]?.id,
      accessRole: "director",
      email: "daniel.okafor@example.com",
    });
    const elsewhere = await chromium.launch({
      executablePath: browserPath,
      headless: true,
      args: browserFlags,
    });
    try {
      const desk = await elsewhere.newPage();
      await desk.goto(`${origin}${path}`);
      await desk.getByLabel("New password", { exact: true }).fill("tall lantern of the harbour");
      await desk.getByRole("button", { name: "Set the password and sign in" }).click();
      await desk.getByRole("navigation", { name: "Pages" }).waitFor();
      await desk.goto(`${origin}/candidates`);
      await desk.getByRole("heading", { name: "Candidates", level: 1 }).waitFor();
      await desk.goto(`${origin}/pay`);
      await desk.getByRole("heading", { name: "Pay is not shown to you" }).waitFor();
      await desk.getByText('Daniel Okafor has the role "director"').waitFor();
    } finally {
      await elsewhere.close();
    }
    expect(house.complaints()).toEqual([]);
  });
});
