/** The rings of tests, told apart by what a test file imports, so that nobody has to keep a list. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..");

export interface Rings {
  /** Pure tests and architecture: seconds. */
  readonly quick: string[];
  /** Everything that opens a database; runs on the embedded one and again on a server. */
  readonly database: string[];
  /** A real browser. */
  readonly journeys: string[];
}

export function rings(): Rings {
  const files = globSync(["src/**/*.test.ts", "test/**/*.test.ts"], { cwd: root }).sort();
  const journeys = files.filter((file) => file.startsWith("test/journeys/"));
  const rest = files.filter((file) => !journeys.includes(file));
  const database = rest.filter((file) => opensDatabase(join(root, file), new Set()));
  return { quick: rest.filter((file) => !database.includes(file)), database, journeys };
}

const opening =
  /\b(openDatabase|freshDatabase|emptyDatabase|signedInClient|startPostgres|QUARTERDECK_TEST_DATABASE_URL)\b/;

/** Whether a test file, or a file of tests that it builds on, opens a database. */
function opensDatabase(file: string, seen: Set<string>): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  if (opening.test(text)) return true;
  const built = [...text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)].map((match) =>
    join(dirname(file), match[1] ?? ""),
  );
  return built
    .filter((path) => path.startsWith(join(root, "test")))
    .some((path) => opensDatabase(path, seen));
}

/**
 * What is about the embedded engine alone is not run again on a server; nor is what only reads files or only asks the
 * replica, which is the same on both.
 */
export function runsOnServer(file: string): boolean {
  const ofEmbedded = /\/(embedded|lock)\/|snapshot|\bkill\.test|import-kill|power-loss|disk-full/;
  const ofNeither = /test\/corpus|figures\/properties|docs-examples/;
  return !ofEmbedded.test(file) && !ofNeither.test(file);
}

/**
 * What takes long and was seen to be the same on both engines: where there is a server it runs there alone, elsewhere on
 * the embedded database, so that the whole stays short enough to be run often.
 */
export function runsOnOneEngine(file: string): boolean {
  return /access\/non-interference|platform\/audit\/verify/.test(file);
}

/** Where Chromium is on this machine, or null. */
export function chromium(): string | null {
  const known = [
    process.env.QUARTERDECK_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return known.find((path) => path && existsSync(path)) ?? null;
}
