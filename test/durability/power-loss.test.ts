/** what was acknowledged has reached the disk, told by the order of system calls. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blankDirectory } from "../database.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const writer = fileURLToPath(new URL("writer.ts", import.meta.url));
const hasStrace = spawnSync("strace", ["-V"]).status === 0;
if (!hasStrace) console.warn("strace is not installed: the order of system calls (R-02) is not checked.");

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-power-loss-`);
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const calls = "write,writev,pwrite64,pwritev,fdatasync,fsync";

/** The lines of a trace as steps: a write of the log, a sync of the log, or an acknowledgement. */
function stepsOf(trace: string): string[] {
  return trace.split("\n").flatMap((line) => {
    if (/ (fdatasync|fsync)\(\d+<[^>]*\/pg_wal\/[0-9A-F]{24}>/.test(line)) return ["sync"];
    if (/ p?write(64|v)?\(\d+<[^>]*\/pg_wal\/[0-9A-F]{24}>/.test(line)) return ["log"];
    return /write\(1<[^>]*>, "acknowledged /.test(line) ? ["acknowledged"] : [];
  });
}

/** The steps since the acknowledgement before, for each acknowledgement. */
function stepsPerAcknowledgement(steps: readonly string[]): string[][] {
  const found: string[][] = [];
  let since: string[] = [];
  for (const step of steps) {
    if (step !== "acknowledged") since.push(step);
    else {
      found.push(since);
      since = [];
    }
  }
  return found;
}

test.skipIf(!hasStrace)(
  "between a transaction's last write to the log and its acknowledgement lies a sync of the log",
  async () => {
    const commits = 40;
    await blankDirectory(directory);
    const trace = `${directory}/trace`;
    const run = spawnSync(
      "strace",
      [
        "-f",
        "-y",
        "-s",
        "24",
        "-e",
        `trace=${calls}`,
        "-o",
        trace,
        process.execPath,
        writer,
        directory,
        "1",
        String(commits),
      ],
      { encoding: "utf8" },
    );
    expect(run.stdout, run.stderr).toContain("closed");
    const steps = stepsPerAcknowledgement(stepsOf(fs.readFileSync(trace, "utf8")));
    expect(steps).toHaveLength(commits);
    const unsynced = steps.filter(
      (since) => !since.includes("log") || since.lastIndexOf("sync") < since.lastIndexOf("log"),
    );
    expect(unsynced).toEqual([]);
  },
);

test("the reading of a trace sees a missing and a misplaced sync", () => {
  const log = '7 pwrite64(21</d/record/pg_wal/000000010000000000000001>, "x", 8192, 0) = 8192';
  const sync = "7 fdatasync(21</d/record/pg_wal/000000010000000000000001>) = 0";
  const table = "7 fdatasync(22</d/record/base/5/1259>) = 0";
  const said = '7 write(1<pipe:[1]>, "acknowledged 1\\n", 15) = 15';
  const read = (...lines: string[]) => stepsPerAcknowledgement(stepsOf(lines.join("\n")));
  expect(read(log, sync, said)).toEqual([["log", "sync"]]);
  expect(read(log, table, said)).toEqual([["log"]]);
  expect(read(sync, log, said)).toEqual([["sync", "log"]]);
});
