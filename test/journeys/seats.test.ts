/**
 * The journey of a seat: the owner invites a Director, who joins, sets up two-factor, signs out, signs in, and no longer
 * gets in once the seat was ended.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeAt } from "../seats.ts";
import { browserFlags, browserPath, type House, openHouse, withoutBrowser } from "./house.ts";

const password = "tall lantern of the harbour";

/** The owner gives the first person of the list a seat. Gives the person's name and the link. */
async function inviteDirector({ page: desk, origin }: House): Promise<{ name: string; link: string }> {
  await desk.goto(`${origin}/settings/seats`);
  await desk.getByText("Nobody signs in with a password yet").waitFor();
  await desk.getByRole("button", { name: "Invite somebody" }).click();
  await desk.getByRole("combobox", { name: "Person" }).click();
  const option = desk.getByRole("option").first();
  const name = (await option.textContent()) ?? "";
  await option.click();
  await desk.getByLabel("E-mail").fill("Mara.Lind@example.com");
  await desk.getByRole("combobox", { name: "Access role" }).click();
  await desk.getByRole("option", { name: "Director of Sales Operations" }).click();
  await desk.getByRole("button", { name: "Make the link" }).click();
  const link = await desk.getByLabel("The link").inputValue();
  expect(link).toMatch(new RegExp(`^${origin}/join\\?token=[\\w-]{43}$`));
  await desk.getByRole("button", { name: "Done" }).click();
  await rowOf(desk).getByText("invited").waitFor();
  return { name, link };
}
const rowOf = (desk: Page) => desk.getByRole("row").filter({ hasText: "mara.lind@example.com" });

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("a seat", () => {
  let house: House;
  let elsewhere: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    house = await openHouse();
    elsewhere = await chromium.launch({ executablePath: browserPath, headless: true, args: browserFlags });
    page = await (await elsewhere.newContext({ reducedMotion: "reduce" })).newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await elsewhere?.close();
    await house?.close();
  });

  const signIn = async () => {
    await page.getByLabel("E-mail").fill("mara.lind@example.com");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  const inside = () => page.getByRole("navigation", { name: "Pages" }).waitFor();

  test("leads from the owner's invitation to a Director at work, and ends at once", async () => {
    const { page: desk, origin } = house;
    // Nobody signs in with a password yet: only the owner's link leads in.
    await page.goto(origin);
    await page.getByText("Open Quarterdeck with a link").waitFor();

    const { name, link } = await inviteDirector(house);
    const row = rowOf(desk);

    await page.goto(link);
    await page.getByText("mara.lind@example.com").waitFor();
    await page.getByLabel("New password", { exact: true }).fill("password1");
    await page.getByRole("button", { name: "Set the password and sign in" }).click();
    await page.getByText("This password is one of those that are tried first.").first().waitFor();
    await page.getByLabel("New password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Set the password and sign in" }).click();
    await inside();
    await page.goto(link);
    await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();

    await page.goto(`${origin}/settings/sign-in`);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Go on" }).click();
    const otpauth = (await page.getByRole("link", { name: "open it in the app" }).getAttribute("href")) ?? "";
    const secret = new URL(otpauth).searchParams.get("secret") ?? "";
    await page.getByLabel("Code").fill(codeAt(secret, Temporal.Now.instant()));
    await page.getByRole("button", { name: "Switch two-factor on" }).click();
    const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await codes.nth(9).waitFor();
    const [recovery = ""] = await codes.allTextContents();
    await page.getByRole("button", { name: "I kept them" }).click();
    expect(await page.getByRole("link", { name: "People who sign in" }).count()).toBe(0);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();

    await signIn();
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("This code is not right, or it was used before.").waitFor();
    await page.getByLabel("Code").fill(recovery);
    await page.getByRole("button", { name: "Go on" }).click();
    await inside();

    await row.getByRole("button", { name: `What to do about the seat of ${name}` }).click();
    await desk.getByRole("menuitem", { name: "End the seat" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "End the seat" }).click();
    await row.getByText("ended").waitFor();
    await page.reload();
    await page.getByText("Open Quarterdeck with a link").waitFor();
    await page.goto(`${origin}/sign-in`);
    await signIn();
    await page.getByText("Address and password do not fit together.").waitFor();
    const refused = /status of (401|404|422)/;
    expect(complaints.filter((line) => !refused.test(line))).toEqual([]);
    expect(house.complaints()).toEqual([]);
  });
});
