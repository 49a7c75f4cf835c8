/** Every page for everyone: no serious finding of axe in light and dark, wide and narrow, and nothing on the console. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse, withoutBrowser } from "./house.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = [
  "/",
  "/pipeline",
  "/pipeline?by=region&open=Europe",
  "/pipeline/moved?open=new",
  "/measures",
  "/measures/win-rate?open=*",
  "/opportunities?group=stage",
  "/accounts",
  "/people",
  "/import",
  "/settings",
  "/nowhere",
];

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("every page", () => {
  let house: House;
  let record = "";
  let others: string[] = [];
  beforeAll(async () => {
    house = await openHouse();
    const found = await house.page.evaluate(async () =>
      (await fetch("/api/opportunities?status=won&limit=1")).json(),
    );
    type Found = { id: string; account: { id: string }; owner: { id: string } };
    const [won] = (found as { items: Found[] }).items;
    record = `/opportunities/${won?.id}`;
    others = [`/accounts/${won?.account.id}`, `/people/${won?.owner.id}`];
  });
  afterAll(async () => {
    await house?.close();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const width of [1440, 390]) {
      test(`has no serious finding in ${scheme} at ${width} pixels`, async () => {
        const { page } = house;
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((chosen) => localStorage.setItem("mantine-color-scheme-value", chosen), scheme);
        const findings: string[] = [];
        for (const path of [...pages, record, `${record}?asOf=2026-01-31`, ...others]) {
          await page.goto(`${house.origin}${path}`);
          await page.getByRole("heading", { level: 1 }).waitFor();
          await page.waitForLoadState("networkidle");
          for (const finding of await scan()) findings.push(`${path}: ${finding}`);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth > window.innerWidth,
          );
          if (sideways) findings.push(`${path}: the page scrolls sideways`);
        }
        expect(findings).toEqual([]);
        expect(house.complaints()).toEqual([]);
      });
    }
  }

  async function scan(): Promise<string[]> {
    await house.page.evaluate(axe);
    const found = (await house.page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)",
    )) as Finding[];
    return found
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id} ${node.html.slice(0, 140)} ${node.failureSummary ?? ""}`),
      );
  }
});
