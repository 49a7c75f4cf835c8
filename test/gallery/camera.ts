/** Brings a page to a scene and waits until nothing moves any more. */
import type { Page, Request } from "playwright-core";
import type { Scene } from "./scenes.ts";

/** How a company that is looked at in a test answers: not at all. */
const outage = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "Not available",
    status: 503,
    detail: "The database does not answer.",
    fix: "Wait a moment, then try again.",
  }),
};

/** Goes to the scene. Calls that it lets fail fail until the next scene. */
export async function goTo(page: Page, origin: string, { path, act, fails }: Scene): Promise<void> {
  const calls = callsOf(page);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  if (fails) await page.route(fails, (route) => route.fulfill(outage));
  calls.clear();
  await page.goto(`${origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settle(page, calls);
  if (act) {
    await act(page);
    await settle(page, calls);
  }
}

const listenedTo = new WeakMap<Page, Set<Request>>();

/** The calls of a page that are not answered yet. */
function callsOf(page: Page): Set<Request> {
  const known = listenedTo.get(page);
  if (known) return known;
  const open = new Set<Request>();
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  listenedTo.set(page, open);
  return open;
}

/** A page that has asked nothing for so long, in milliseconds, has everything that it wants. */
const quiet = 120;

/** Waits until every call is answered, the letters are there and nothing is shown as being read. */
async function settle(page: Page, calls: ReadonlySet<Request>): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (let calm = 0; calm < quiet; ) {
    await page.waitForFunction(
      () => document.querySelector("[aria-busy='true'], .qd-loading, .mantine-Skeleton-root") === null,
    );
    await page.waitForTimeout(quiet / 3);
    calm = calls.size === 0 ? calm + quiet / 3 : 0;
  }
}
