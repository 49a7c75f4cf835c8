/** Builds the web app when its sources changed since the last build. Nothing is fetched; it takes a few seconds. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
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

/**
 * Builds what people use, also where a run of tests has told every library that this is a test. In a process of its own,
 * which takes the memory and the threads of building away with it.
 */
async function buildForUse(): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
  });
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
