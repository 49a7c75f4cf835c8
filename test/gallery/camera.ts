/** Brings a page to a scene and waits until nothing moves any more. */
import type { Page } from "playwright-core";
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
  await page.unrouteAll({ behavior: "ignoreErrors" });
  if (fails) await page.route(fails, (route) => route.fulfill(outage));
  await page.goto(`${origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await act?.(page);
  await settle(page);
}

/** Waits until every call is answered, the letters are there and nothing is shown as being read. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(
    () => document.querySelector("[aria-busy='true'], .qd-loading, .mantine-Skeleton-root") === null,
  );
}
