/** Builds the web app when its sources changed since the last build. Nothing is fetched; it takes a few seconds. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(import.meta.dirname, "../..");
const output = join(root, "dist/web");
const stampFile = join(root, "dist/web.stamp");

/** The folder of the built web app, built first where needed. */
export async function builtWebApp(say: (message: string) => void): Promise<string> {
  const stamp = sourcesStamp();
  if (
    existsSync(join(output, "index.html")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === stamp
  ) {
    return output;
  }
  say("Building the web app (once after each change) …");
  await buildForUse();
  for (const file of textsBelow(output)) {
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: { [quality]: 9 } }));
  }
  writeFileSync(stampFile, stamp);
  return output;
}

/** Builds what people use, also where a run of tests has told every library that this is a test. */
async function buildForUse(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    const { build } = await import("vite");
    await build({ root, logLevel: "error", configFile: join(root, "vite.config.ts") });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

const quality = constants.BROTLI_PARAM_QUALITY;

/** The files of a folder that become smaller by compressing: fonts and pictures are small already. */
function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A fingerprint of everything that can reach the browser. */
function sourcesStamp(): string {
  const hash = createHash("sha256");
  const files = ["index.html", "vite.config.ts", "package-lock.json", ...sourcesBelow("src")];
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
