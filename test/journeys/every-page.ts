/**
 * Every page for everyone: no serious finding of axe by day and by night, wide and narrow, nothing on the console, no page
 * that scrolls sideways, and no picture that changed much without anybody having looked at it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goTo } from "../gallery/camera.ts";
import { acceptedMarks, type LookName, looks, mostChanged } from "../gallery/looks.ts";
import { differenceOf, markOf } from "../gallery/mark.ts";
import { type Scene, scenesOf } from "../gallery/scenes.ts";
import { type Company, openToldHouse, recordsToShow, type ToldHouse } from "../gallery/told-house.ts";
import { withoutBrowser } from "./house.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Tests every page in one look. */
export function everyPageIsRight(look: LookName): void {
  // Without a browser on the machine there is nothing to drive.
  describe.skipIf(withoutBrowser !== null)("every page", () => {
    let house: ToldHouse;
    let scenes: readonly Scene[] = [];
    beforeAll(async () => {
      house = await openToldHouse();
      const { page, close } = await house.open("sample", looks["desk-light"]);
      scenes = scenesOf(await recordsToShow(page));
      await close();
    });
    afterAll(async () => {
      await house?.close();
    });

    test.each<Company>(["sample", "blank"])(
      `of the %s company is right for everyone at ${look}`,
      { timeout: 400_000 },
      async (company) => {
        const { page, complaints, close } = await house.open(company, looks[look]);
        const findings: string[] = [];
        for (const scene of scenes.filter((one) => one.company === company)) {
          await goTo(page, house.origin, scene);
          const found = [
            ...(await changedSince(page, look, scene)),
            ...(await scan(page)),
            ...(await sideways(page)),
            // Where calls fail, the browser says so.
            ...complaints().filter(
              (line) => !(scene.fails && line.includes("503")) && !scene.complains?.test(line),
            ),
          ];
          findings.push(...found.map((one) => `${scene.name}: ${one}`));
        }
        await close();
        expect(findings).toEqual([]);
      },
    );
  });
}

async function changedSince(page: Page, look: LookName, scene: Scene): Promise<string[]> {
  const accepted = acceptedMarks()[look]?.[scene.name] ?? "";
  const changed = differenceOf(await markOf(page, await page.screenshot()), accepted);
  if (changed <= mostChanged) return [];
  return [`${Math.round(changed * 100)} % of the picture changed: look at it, then node bin/gallery.ts`];
}

async function scan(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)",
  )) as Finding[];
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id} ${node.html.slice(0, 140)} ${node.failureSummary ?? ""}`),
    );
}

async function sideways(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wider ? ["the page scrolls sideways"] : [];
}
