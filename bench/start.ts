/** How soon Quarterdeck answers after a start, and the memory that it holds: `node bench/start.ts 100000`. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openCompany, say, sizeAsked } from "./company.ts";

const kept = process.env.QUARTERDECK_BENCH_DATA;
if (!kept) throw new Error("Say with QUARTERDECK_BENCH_DATA where companies are kept between starts.");
const size = sizeAsked();
// Loads it where it is not there yet.
await (await openCompany(size)).close();

for (const what of ["the first start", "a start again"]) {
  const start = performance.now();
  const server = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "../src/app/cli.ts"), "serve"],
    {
      env: { ...process.env, QUARTERDECK_DATA: join(kept, `company-${size}`), PORT: "0" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  await said(server, /sign-in/);
  say(what, performance.now() - start, `${memoryOf(server)} MB resident`);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stopping = performance.now();
  server.kill("SIGTERM");
  await ended;
  say("a stop", performance.now() - stopping);
}

function said(server: ChildProcess, wanted: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (text: Buffer) => {
      if (wanted.test(String(text))) resolve();
    });
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

/** As Linux tells it; 0 elsewhere. */
function memoryOf(server: ChildProcess): number {
  try {
    const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
    return Math.round(Number(kB ?? 0) / 1024);
  } catch {
    return 0;
  }
}
