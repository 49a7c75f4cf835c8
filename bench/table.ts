/**
 * The list of opportunities in a real browser: how smoothly it scrolls, and how soon it answers. Start Quarterdeck on the
 * data to measure (`quarterdeck sample --size 100000` makes them), then `node bench/table.ts LINK` with the sign-in link.
 */
import { chromium, type Page } from "playwright-core";
import { say } from "./company.ts";

const link = process.argv[2];
if (!link?.includes("sign-in")) throw new Error("Say the sign-in link that Quarterdeck prints.");

const browser = await chromium.launch({
  executablePath: process.env.QUARTERDECK_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
const origin = new URL(link).origin;
const grid = page.getByRole("grid", { name: "Opportunities" });

try {
  await page.goto(link);
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  await page.goto(`${origin}/opportunities?filter=none`);
  await settled(page);
  say("frames while scrolling by the wheel", ...(await frames(page, 4_000, 300)));
  say("frames while flinging", ...(await frames(page, 4_000, 6_000)));
  await answers("the last line by Ctrl End", () => page.keyboard.press("Control+End"));
  await answers("the first line by Ctrl Home", () => page.keyboard.press("Control+Home"));
  await answers("a step down by the arrow key", () => page.keyboard.press("ArrowDown"), 20);
  const head = (name: string) =>
    page
      .getByRole("columnheader", { name: new RegExp(`^${name}`) })
      .getByRole("button")
      .first();
  await answers("sorted by close date", () => head("Close date").click());
  await answers("sorted by name", () => head("Name").click());
  await answers("sorted by account", () => head("Account").click());
  await answers("found by name", () => page.getByRole("textbox", { name: /by name/ }).fill("harbor"));
  await page.goto(`${origin}/opportunities?filter=none`);
  await settled(page);
  await answers("filtered: amount and close date, or next step", () =>
    go("and(or(amount.at-least(50000),nextStep.contains(survey)),closeOn.in(this-quarter,next-quarter))"),
  );
  await page.goto(`${origin}/opportunities?filter=none&group=stage`);
  await settled(page);
  say("frames while scrolling in groups", ...(await frames(page, 4_000, 300)));
} finally {
  await browser.close();
}

/** Changes the address as a link within the app would. */
async function go(filter: string): Promise<void> {
  await page.evaluate((wanted) => {
    history.pushState(null, "", `/opportunities?filter=${wanted}`);
    dispatchEvent(new PopStateEvent("popstate"));
  }, filter);
}

/** How long until what was asked for stands there: from the press to the last row that was waited for. */
async function answers(what: string, press: () => Promise<unknown>, times = 3): Promise<void> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await grid.focus();
    const start = performance.now();
    await press();
    await settled(page);
    all.push(performance.now() - start);
    if (what.startsWith("filtered") || what.startsWith("found")) break;
  }
  all.sort((a, b) => a - b);
  say(what, all[Math.floor(all.length / 2)] ?? 0);
}

/** Rows are there, none of those in sight is still on its way, and nothing belongs to an older question. */
async function settled(on: Page): Promise<void> {
  // What was pressed shows at the next frame at the earliest.
  await on.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await on.waitForFunction(
    () => {
      const table = document.querySelector('table[role="grid"]');
      if (!table || table.closest("[data-older]")) return false;
      const rows = table.querySelectorAll("tbody tr.qd-line");
      return rows.length > 0 && table.querySelector('tbody tr[aria-busy="true"]') === null;
    },
    undefined,
    { polling: "raf" },
  );
}

/** The frames drawn while the wheel turns for a while: the median, and how many took longer than two at 60 Hz. */
async function frames(on: Page, milliseconds: number, step: number): Promise<[number, string]> {
  await grid.hover();
  const counting = on.evaluate(
    (length) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const start = performance.now();
        let last = start;
        const tick = (now: number) => {
          gaps.push(now - last);
          last = now;
          if (now - start < length) requestAnimationFrame(tick);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(tick);
      }),
    milliseconds,
  );
  const until = performance.now() + milliseconds - 100;
  while (performance.now() < until) {
    await on.mouse.wheel(0, step);
    await on.waitForTimeout(16);
  }
  const gaps = (await counting).sort((a, b) => a - b);
  const long = gaps.filter((gap) => gap > 34).length;
  const at = (share: number) => (gaps[Math.floor(gaps.length * share)] ?? 0).toFixed(1);
  return [
    gaps[Math.floor(gaps.length / 2)] ?? 0,
    `${gaps.length} frames, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${long} longer than 34 ms`,
  ];
}
