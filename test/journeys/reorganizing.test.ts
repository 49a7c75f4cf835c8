/** The journey of a reorganization: found in the chart by keys, moved with what it means said first, drawn onto another, undone. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("the organization chart", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  const box = (name: string) => house.page.getByRole("treeitem", { name: new RegExp(`^${name} `) });
  /** A box somewhere below that of a manager, as it is drawn. */
  const below = (manager: string, name: string) =>
    house.page
      .locator(".qd-org-branch")
      .filter({ has: box(manager) })
      .last()
      .locator(".qd-org-below")
      .filter({ has: box(name) });
  const focused = () => house.page.evaluate("document.activeElement?.innerText.split('\\n').at(1)");
  const chart = async () => {
    await house.page.goto(`${house.origin}/people?view=chart`);
    await box("Marguerite Achebe").waitFor();
  };

  test("is walked through by keys, opens to whom is looked for, and marks them", async () => {
    const { page } = house;
    await chart();
    await box("Marguerite Achebe").focus();
    expect(await page.getByRole("tree").ariaSnapshot()).toContain(
      'treeitem "Marguerite Achebe Chief Executive Officer Executive Team 3 direct reports, 55 people in all"',
    );
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Renata Villanueva");
    await page.keyboard.press("ArrowLeft");
    await box("Beatrice Calloway").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe("Marguerite Achebe");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await box("Beatrice Calloway").waitFor();
    await page.keyboard.press("End");
    expect(await focused()).toBe("Graham Whitlock");
    await page.getByRole("textbox", { name: /Name, title/ }).fill("operations analyst");
    await page.getByRole("status").filter({ hasText: "2 people" }).waitFor();
    expect(await page.locator("[data-hit]").allInnerTexts()).toEqual([
      expect.stringContaining("Jonas Adeyemi"),
      expect.stringContaining("Mei-Ling Tsai"),
    ]);
    await box("Jonas Adeyemi").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Jonas Adeyemi" }).waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("moves somebody by keyboard: what it means is said, a circle is refused, and Undo takes it back", async () => {
    const { page } = house;
    await chart();
    await page.getByRole("textbox", { name: /Name, title/ }).fill("Daniel Okafor");
    await box("Daniel Okafor").focus();
    await page.keyboard.press("m");
    const form = page.getByRole("dialog", { name: "Move Daniel Okafor" });
    const manager = form.getByRole("combobox", { name: "New manager" });
    await manager.fill("Mei-Ling");
    await page.getByRole("option", { name: "Mei-Ling Tsai" }).click();
    await form
      .getByText(/^Mei-Ling Tsai reports to Daniel Okafor, directly or through others, from /)
      .waitFor();
    expect(await form.getByRole("button", { name: /^Move from/ }).isDisabled()).toBe(true);
    await manager.fill("Hannah");
    await page.getByRole("option", { name: "Hannah Birnbaum" }).click();
    const meaning = form.getByRole("region", { name: "What this means" });
    await meaning.getByText(/^Daniel Okafor reports to Hannah Birnbaum from /).waitFor();
    expect(await meaning.getByRole("listitem").nth(2).textContent()).toBe(
      "With Daniel Okafor come 4 people who report to them. Their own lines do not change.",
    );
    await form.getByRole("button", { name: /^Move from/ }).click();
    await form.waitFor({ state: "detached" });
    await below("Hannah Birnbaum", "Daniel Okafor").waitFor();
    const last = page.getByRole("region", { name: "Last moves" });
    await last.getByRole("button", { name: /^Undo: Daniel Okafor reports to Hannah Birnbaum/ }).click();
    await last.getByText("taken back").waitFor();
    await below("Hannah Birnbaum", "Daniel Okafor").waitFor({ state: "detached" });
    expect(house.complaints()).toEqual([]);
  });

  test("takes somebody who is drawn onto their new manager", async () => {
    const { page } = house;
    await chart();
    await box("Graham Whitlock").dragTo(box("Tobias Lindqvist"));
    const form = page.getByRole("dialog", { name: "Move Graham Whitlock" });
    await form.getByText(/^Graham Whitlock reports to Tobias Lindqvist from /).waitFor();
    await form.getByRole("button", { name: /^Move from/ }).click();
    await below("Tobias Lindqvist", "Graham Whitlock").waitFor();
    expect(house.complaints()).toEqual([]);
  });

  const personPage = async (name: string) => {
    const { page } = house;
    await chart();
    await page.getByRole("textbox", { name: /Name, title/ }).fill(name);
    await box(name).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Open their page" }).click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  };

  test("lets a manager leave, and their reports go to whoever takes over", async () => {
    const { page } = house;
    await personPage("Camila Ferreira");
    await page.getByRole("button", { name: "Leaves on …" }).click();
    const form = page.getByRole("dialog", { name: "Camila Ferreira leaves" });
    await form.getByText(/still report to them after that/).waitFor();
    await form.getByRole("combobox", { name: "Who takes their reports over" }).fill("Walter");
    await page.getByRole("option", { name: "Walter Brannigan" }).click();
    await form.getByText(/report to Walter Brannigan from .*, without a day between\./).waitFor();
    await form.getByRole("button", { name: /^Leaves after/ }).click();
    await form.waitFor({ state: "detached" });
    const work = page.getByRole("region", { name: "Open work" });
    await work.getByText("Nothing is left to hand over.").waitFor();
    expect(house.complaints()).toEqual([]);
  });

  test("hands somebody's open work over, and takes it back", async () => {
    const { page } = house;
    await personPage("Dmitri Ibáñez");
    const work = page.getByRole("region", { name: "Open work" });
    const said = await work.locator(".qd-dim").textContent();
    await work.getByRole("button", { name: "Hand over…" }).click();
    const form = page.getByRole("dialog", { name: "Hand over the work of Dmitri Ibáñez" });
    await form.getByRole("combobox", { name: "New owner" }).fill("Lorenzo");
    await page.getByRole("option", { name: "Lorenzo Bianchi" }).click();
    await form.getByRole("button", { name: "Hand over" }).click();
    await page.getByText(/ of Dmitri Ibáñez went to Lorenzo Bianchi\./).waitFor();
    await work.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await work.getByText(said ?? "").waitFor();
    expect(said).toMatch(/^\d+ opportunities of \$/);
    expect(house.complaints()).toEqual([]);
  });

  test("is right for everyone: axe finds nothing serious, open or searched or moving", async () => {
    const { page } = house;
    await chart();
    const serious = async () => {
      await page.evaluate(axe);
      return page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))",
      );
    };
    expect(await serious()).toEqual([]);
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.getByRole("textbox", { name: /Name, title/ }).fill("Account Executive");
    expect(await serious()).toEqual([]);
    await box("Kenji Morimoto").focus();
    await page.keyboard.press("m");
    await page.getByRole("dialog").waitFor();
    expect(await serious()).toEqual([]);
    expect(house.complaints()).toEqual([]);
  });
});
