/** The rings of tests, told apart by what a test file imports, so that nobody has to keep a list. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
  const database = rest.filter((file) =>
    /(test\/|\.\/|\.\.\/)(database|client|postgres-server)\.ts"|openDatabase|freshDatabase|signedInClient/.test(
      readFileSync(join(root, file), "utf8"),
    ),
  );
  return { quick: rest.filter((file) => !database.includes(file)), database, journeys };
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
