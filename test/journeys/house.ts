/**
 * A real house for a journey: Quarterdeck as a user starts it, in an empty folder with the sample company, and a real
 * browser that opened its sign-in link. Whatever a page complains about is kept and must be nothing in the end.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const root = join(import.meta.dirname, "../..");
/** Where the browser is. */
export const browserPath = process.env.QUARTERDECK_CHROMIUM ?? "/usr/bin/chromium";

/** Why there can be no journey here, or null. */
export const withoutBrowser: string | null = existsSync(browserPath) ? null : `no Chromium at ${browserPath}`;

/** How every browser of a test is started: seen by nobody, asking nobody. */
export const browserFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface House {
  readonly page: Page;
  readonly origin: string;
  /** The browser in which the session is open. */
  readonly browser: BrowserContext;
  /** What pages complained about since the last time; the list is emptied. Answers with `expected` are no complaint. */
  complaints(expected?: RegExp): string[];
  close(): Promise<void>;
}

/** Starts the house and opens its link. Gives the page signed in on Home. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "quarterdeck-journey-"));
  await layTold(folder);
  const { child, link } = await startServer(folder);
  const browser = await chromium.launchPersistentContext(join(folder, "browser"), {
    executablePath: browserPath,
    headless: true,
    args: browserFlags,
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const origin = new URL(link).origin;
  const page = browser.pages()[0] ?? (await browser.newPage());
  const heard = listen(page, origin);
  await page.goto(link);
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  return {
    page,
    origin,
    browser,
    complaints: (expected) => heard.splice(0).filter((line) => !expected?.test(line)),
    async close() {
      await browser.close();
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Lays a record with the sample company into the folder, where the run of all tests named a place to keep one
 * (QUARTERDECK_TOLD): the first house has it told, the others begin with a copy. Without it every house has its own told.
 */
async function layTold(folder: string): Promise<void> {
  const shared = process.env.QUARTERDECK_TOLD;
  if (!shared) return;
  const told = join(shared, "told");
  if (takesTurn(join(shared, "taken"))) {
    const first = join(shared, "first");
    mkdirSync(first);
    await stop((await startServer(first)).child);
    renameSync(join(first, "quarterdeck"), told);
  }
  while (!existsSync(told)) await pause(200);
  cpSync(told, join(folder, "quarterdeck"), { recursive: true });
}

/** Whether this is the one of all processes that made the folder. */
function takesTurn(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Errors on the console (a breach of the content policy is one), broken scripts, and requests to anywhere else. */
function listen(page: Page, origin: string): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:" && url.protocol !== "blob:") {
      heard.push(`request to another host: ${request.url()}`);
    }
  });
  return heard;
}

async function startServer(folder: string): Promise<{ child: ChildProcess; link: string }> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "src/app/cli.ts"), "serve"],
    {
      cwd: folder,
      env: {
        ...process.env,
        QUARTERDECK_DATA: join(folder, "quarterdeck"),
        PORT: "0",
        HOST: "127.0.0.1",
        DATABASE_URL: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  const link = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server printed no link in time. It said:\n${said}`)),
      110_000,
    );
    child.stdout?.on("data", (text: Buffer) => {
      const found = /https?:\/\/\S+sign-in\S+/.exec(String(text));
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
    child.stderr?.on("data", (text: Buffer) => {
      said += String(text);
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}. It said:\n${said}`));
    });
  });
  return { child, link: await link };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await ended;
}
