/** Every page for everyone, by day at a desk; and how much a browser has to load before Home is there. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goTo } from "../gallery/camera.ts";
import { looks } from "../gallery/looks.ts";
import { openToldHouse, type ToldHouse } from "../gallery/told-house.ts";
import { everyPageIsRight } from "./every-page.ts";
import { withoutBrowser } from "./house.ts";

everyPageIsRight("desk-light");

// Without a browser on the machine there is nothing to drive.
describe.skipIf(withoutBrowser !== null)("Home", () => {
  let house: ToldHouse;
  beforeAll(async () => {
    house = await openToldHouse();
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
});
