/**
 * A house in which it is always the same afternoon: the sample company as it is told on one day, an empty company beside
 * it, and a browser whose clock stands still too. What is seen here is seen again tomorrow.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { castOf, foundSampleCompany, tellingDay } from "#test/cast";
import { routes } from "../../src/app/capabilities.ts";
import { openQuarterdeck } from "../../src/app/opening.ts";
import { startServer } from "../../src/app/server.ts";
import { builtWebApp } from "../../src/app/web-build.ts";
import { fixedClock } from "../../src/base/kernel/index.ts";
import { countTablesAnew } from "../../src/base/platform/index.ts";
import { makeSignInLink, openOwnWorkspace } from "../../src/people/index.ts";
import { browserFlags, browserPath } from "../journeys/house.ts";
import { tellEarlierEvents } from "./earlier-events.ts";

const told = tellingDay.toZonedDateTime({ timeZone: "UTC", plainTime: "15:00" }).toInstant();

const visits = { last: tellingDay.toString(), before: tellingDay.subtract({ days: 7 }).toString() };

/** The two companies: one with everything, one with nothing yet. */
export type Company = "sample" | "blank";

export interface Look {
  readonly scheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  /** Points per pixel of a picture; 2 for those that are shown in documentation. */
  readonly sharpness?: number;
}

export interface ToldHouse {
  readonly origin: string;
  /** A page that is signed in to a company, in a look of its own. Nothing is kept from one such page to the next. */
  open(company: Company, look: Look): Promise<{ page: Page; complaints(): string[]; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** The browser asks its own Temporal for the time; here it is told. Whoever looks has been here a week ago. */
const standStill = (workspaceId: string) => `
  localStorage.setItem("quarterdeck.welcomed", "true");
  localStorage.setItem("quarterdeck.tour", '"over"');
  localStorage.setItem("quarterdeck.visits.${workspaceId}", '${JSON.stringify(visits)}');
  const told = Temporal.Instant.from("${told.toString()}");
  Temporal.Now.instant = () => told;
  Temporal.Now.zonedDateTimeISO = (zone = "UTC") => told.toZonedDateTimeISO(zone);
  Temporal.Now.plainDateISO = (zone = "UTC") => told.toZonedDateTimeISO(zone).toPlainDate();
  Temporal.Now.plainDateTimeISO = (zone = "UTC") => told.toZonedDateTimeISO(zone).toPlainDateTime();
`;

export async function openToldHouse(): Promise<ToldHouse> {
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-gallery-"));
  const webRoot = await builtWebApp(() => undefined);
  const { services, held } = await openQuarterdeck(
    { directory, url: null },
    "the gallery",
    () => undefined,
    fixedClock(told),
  );
  const { db } = services.database;
  const companies: Record<Company, string> = {
    sample: await foundSampleCompany(db, castOf(), services.clock),
    blank: (
      await openOwnWorkspace(db, services.clock, {
        name: "My company",
        currency: "USD",
        timeZone: "UTC",
        fiscal: {},
      })
    ).id,
  };
  await tellEarlierEvents(db, companies.sample, told);
  await countTablesAnew(db);
  const running = await startServer({
    services,
    routes,
    webRoot,
    commandLineToken: null,
    environment: { PORT: "0" },
    release: () => held.release(),
  });
  const browser = await chromium.launch({
    executablePath: browserPath,
    headless: true,
    args: [...browserFlags],
  });
  return {
    origin: running.origin,
    async open(company, look) {
      const id = companies[company];
      const link = await makeSignInLink(db, id, services.clock, randomBytes);
      return openPage(browser, `${running.origin}${link}`, standStill(id), look);
    },
    async close() {
      await browser.close();
      await running.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, link: string, before: string, look: Look) {
  const { scheme, width, height, sharpness = 1 } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: sharpness,
    colorScheme: scheme,
    reducedMotion: "reduce",
    timezoneId: "UTC",
    locale: "en-US",
  });
  await context.addInitScript(before);
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  await page.goto(link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, complaints: () => heard.splice(0), close: () => context.close() };
}

/** The paths of the records that scenes show, by their noun. */
export interface ShownRecords {
  /** One that was won, and its account. */
  readonly opportunity: string;
  readonly account: string;
  /** The largest that is open. */
  readonly open: string;
  readonly contact: string;
  readonly product: string;
  /** Who has the open opportunity. */
  readonly person: string;
}

/** Finds the records that scenes show. */
export async function recordsToShow(page: Page): Promise<ShownRecords> {
  type Item = { id: string; account: { id: string } | null; owner: { id: string } | null };
  const first = async (path: string): Promise<Item> => {
    const found = await page.evaluate(async (from) => (await fetch(from)).json(), `/api/${path}&limit=1`);
    const [item] = (found as { items: Item[] }).items;
    if (item === undefined) throw new Error(`The sample company has nothing at ${path}.`);
    return item;
  };
  const won = await first("opportunities?status=won");
  const open = await first("opportunities?status=open&sort=-amount");
  const contact = await first("contacts?sort=-lastActivityAt");
  const product = await first("products?sort=-wonTotal");
  return {
    opportunity: `/opportunities/${won.id}`,
    account: `/accounts/${won.account?.id}`,
    open: `/opportunities/${open.id}`,
    contact: `/contacts/${contact.id}`,
    product: `/products/${product.id}`,
    person: `/people/${open.owner?.id}`,
  };
}
