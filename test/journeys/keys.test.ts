/** The journey of a key: made, seen once, used by a program, ended; and of a session that somebody ends from another. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("keys and sessions", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  test("a key is made, shown once, opens the API for a program, and opens nothing once it was ended", async () => {
    const { page } = house;
    await page.goto(`${house.origin}/settings/access`);
    await page.getByText("No keys yet").waitFor();
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByLabel("What is it for?").fill("Warehouse sync");
    await page.getByRole("button", { name: "Make the key" }).click();
    const secret = await page.getByLabel("The key").inputValue();
    expect(secret).toMatch(/^qdk_[\w-]{43}$/);
    await page.getByRole("button", { name: "Done" }).click();
    const row = page.getByRole("row").filter({ hasText: "Warehouse sync" });
    await row.getByText("Reads", { exact: true }).waitFor();
    expect((await page.content()).includes(secret)).toBe(false);
    const call = () =>
      fetch(`${house.origin}/api/session`, { headers: { authorization: `Bearer ${secret}` } });
    const session = (await (await call()).json()) as { actor: { name: string; permissions: string[] } };
    expect(session.actor.name).toBe("Warehouse sync");
    expect(session.actor.permissions).not.toContain("records.write");
    await row.getByRole("button", { name: "End the key Warehouse sync" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End the key" }).click();
    await row.getByText("over", { exact: true }).waitFor();
    expect((await call()).status).toBe(401);
    expect(house.complaints()).toEqual([]);
  });
});
