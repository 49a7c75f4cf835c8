/**
 * Every page for everyone: no serious finding of axe by day and by night, wide and narrow, nothing on the console, no page
 * that scrolls sideways, and no picture that changed much without anybody having looked at it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goTo } from "../gallery/camera.ts";
import { acceptedMarks, checkedLooks, looks, mostChanged } from "../gallery/looks.ts";
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

  test("begins with at most 300 kB of compressed JavaScript", async () => {
    const { page, close } = await house.open("sample", looks["desk-light"]);
    const watch = await page.context().newCDPSession(page);
    await watch.send("Network.enable");
    await watch.send("Network.setCacheDisabled", { cacheDisabled: true });
    const scripts = new Map<string, number>();
    watch.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.set(requestId, 0);
    });
    watch.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
      const before = scripts.get(requestId);
      if (before !== undefined) scripts.set(requestId, before + encodedDataLength);
    });
    await goTo(page, house.origin, { name: "home", company: "sample", path: "/" });
    await close();
    const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });

  for (const look of checkedLooks) {
    for (const company of ["sample", "blank"] satisfies Company[]) {
      test(`of the ${company} company is right for everyone at ${look}`, { timeout: 400_000 }, async () => {
        const { page, complaints, close } = await house.open(company, looks[look]);
        const accepted = acceptedMarks()[look] ?? {};
        const findings: string[] = [];
        for (const scene of scenes.filter((one) => one.company === company)) {
          await goTo(page, house.origin, scene);
          const mark = await markOf(page, await page.screenshot());
          const changed = differenceOf(mark, accepted[scene.name] ?? "");
          const found = [
            ...(await scan(page)),
            ...(await sideways(page)),
            ...(changed > mostChanged
              ? [
                  `${Math.round(changed * 100)} % of the picture changed: look at it, then node bin/gallery.ts`,
                ]
              : []),
            // Where calls fail, the browser says so.
            ...complaints().filter((line) => !(scene.fails && line.includes("503"))),
          ];
          findings.push(...found.map((one) => `${scene.name}: ${one}`));
        }
        await close();
        expect(findings).toEqual([]);
      });
    }
  }
});

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
