/**
 * How quick the screens are in a real browser: what the first load brings, how soon a page stands after a press, first and
 * again, how soon a press or key shows, and how much the layout jumps. Start Quarterdeck on the data to measure
 * (`quarterdeck sample --size 100000` makes them), then `node bench/screens.ts LINK` with the sign-in link.
 */
import { chromium, type Page } from "playwright-core";
import { say } from "./company.ts";

const link = process.argv[2];
if (!link?.includes("sign-in")) throw new Error("Say the sign-in link that Quarterdeck prints.");

const pages = [
  "Pipeline",
  "What moved",
  "Measures",
  "Opportunities",
  "Accounts",
  "Contacts",
  "Products",
  "Activities",
  "People",
  "Settings",
  "Home",
] as const;

const browser = await chromium.launch({
  executablePath: process.env.QUARTERDECK_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.addInitScript(() => {
  localStorage.setItem("quarterdeck.welcomed", "true");
  localStorage.setItem("quarterdeck.tour", '"over"');
  const seen = { jumps: 0, presses: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) seen.jumps += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  // Each press from the event to the frame that shows its effect; the browser rounds to 8 ms.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) seen.presses.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
});

try {
  await firstLoad();
  for (const name of pages) {
    const first = await visit(name);
    say(`${name}: first visit`, first.whole, `a title after ${Math.round(first.title)} ms`);
  }
  for (const name of pages) {
    const again = await visit(name);
    say(`${name}: visited again`, again.whole, `a title after ${Math.round(again.title)} ms`);
  }
  await presses();
  const jumps = await page.evaluate(() => (window as unknown as { seen: { jumps: number } }).seen.jumps);
  say("layout shift of all of this", jumps * 1000, "thousandths");
} finally {
  await browser.close();
}

/** What the first page brings over the wire, compressed as it goes. */
async function firstLoad(): Promise<void> {
  const bytes = new Map<string, number>();
  const watch = await page.context().newCDPSession(page);
  await watch.send("Network.enable");
  const kinds = new Map<string, string>();
  watch.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  watch.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  const start = performance.now();
  await page.goto(link as string);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const title = performance.now() - start;
  await settled(page);
  const kB = (kind: string) => `${Math.round((bytes.get(kind) ?? 0) / 1000)} kB`;
  say(
    "the first load",
    performance.now() - start,
    `a title after ${Math.round(title)} ms; scripts ${kB("Script")}, styles ${kB("Stylesheet")}, letters ${kB("Font")}, data ${kB("Fetch")}`,
  );
  await watch.detach();
}

/** From the press on the link in the navigation to the page's title, and to everything on it, in milliseconds. */
async function visit(name: string): Promise<{ title: number; whole: number }> {
  const entry = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
  await page.evaluate(() => {
    const was = document.querySelector("h1");
    const mark = { pressed: 0, title: 0 };
    Object.assign(window, { mark });
    addEventListener(
      "click",
      () => {
        mark.pressed = performance.now();
        const look = () => {
          const now = document.querySelector("h1");
          if (now && now !== was && now.textContent !== "…") mark.title = performance.now();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
  await entry.click();
  await page.waitForFunction(() => (window as unknown as { mark: { title: number } }).mark.title > 0);
  await settled(page);
  return page.evaluate(() => {
    const { mark } = window as unknown as { mark: { pressed: number; title: number } };
    const last = performance.now() - 2 * 17;
    return { title: mark.title - mark.pressed, whole: Math.max(mark.title, last) - mark.pressed };
  });
}

/** Presses and keys of everyday work, each until the frame that shows it. */
async function presses(): Promise<void> {
  const taken = async (what: string, work: () => Promise<unknown>) => {
    await page.evaluate(() => {
      (window as unknown as { seen: { presses: number[] } }).seen.presses.length = 0;
    });
    await work();
    await page.waitForTimeout(300);
    const all = await page.evaluate(
      () => (window as unknown as { seen: { presses: number[] } }).seen.presses,
    );
    const sorted = all.toSorted((a, b) => a - b);
    say(
      what,
      sorted[Math.floor(sorted.length / 2)] ?? 0,
      `${sorted.length} longer than 16 ms, the longest ${sorted.at(-1) ?? 0} ms`,
    );
  };
  await visit("Opportunities");
  await taken("arrow keys in the list", async () => {
    await page.getByRole("grid", { name: "Opportunities" }).focus();
    for (let n = 0; n < 20; n += 1) await page.keyboard.press("ArrowDown");
  });
  await taken("letters in the palette", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("harbor", { delay: 40 });
    await page.keyboard.press("Escape");
  });
  await taken("a day back and on", async () => {
    await visit("Pipeline");
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("[");
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("]");
  });
}

/** Two frames in which nothing is shown as being read or as an older answer. */
async function settled(on: Page): Promise<void> {
  await on.waitForFunction(
    () =>
      new Promise<boolean>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve(
              document.querySelector(
                "[aria-busy='true'], [data-older], .qd-loading, .mantine-Skeleton-root, .qd-blank",
              ) === null,
            ),
          ),
        ),
      ),
    undefined,
    { polling: "raf" },
  );
}
