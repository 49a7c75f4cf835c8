import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fixedClock, Refusal } from "../../kernel/index.ts";
import { readHolder, takeDirectory } from "./index.ts";

const lockModule = new URL("./index.ts", import.meta.url).href;
const clock = fixedClock("2026-03-01T09:00:00Z");
// Another process has to start.
vi.setConfig({ testTimeout: 60_000 });
let directory = "";
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-lock-`);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  fs.rmSync(directory, { recursive: true, force: true });
});

/** Another process that takes the directory, says so, and keeps it. */
async function holderProcess(): Promise<ChildProcess> {
  const code = `const { takeDirectory } = await import(${JSON.stringify(lockModule)});
    const held = takeDirectory(${JSON.stringify(directory)}, { what: "the server" });
    held.announce("http://127.0.0.1:4000");
    console.log("taken");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const [said] = (await once(child.stdout ?? child, "data")) as [Buffer];
  expect(said.toString().trim()).toBe("taken");
  return child;
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

test("a directory that another process has is refused, and the refusal names that process", async () => {
  const child = await holderProcess();
  const refusal = refusalOf(() => takeDirectory(directory, { what: "an import" }, clock));
  expect(refusal.kind).toBe("unavailable");
  expect(refusal.message).toContain(`the server (process ${child.pid}, since `);
  expect(refusal.message).toContain("at http://127.0.0.1:4000");
  expect(refusal.fix).toBe(`Use it at http://127.0.0.1:4000, or stop process ${child.pid} and try again.`);
});

test("whoever may read the directory learns who has it", async () => {
  const child = await holderProcess();
  expect(readHolder(directory)).toMatchObject({
    pid: child.pid,
    what: "the server",
    address: "http://127.0.0.1:4000",
  });
});

test("asking who has it does not take it away", async () => {
  const child = await holderProcess();
  readHolder(directory);
  readHolder(directory);
  refusalOf(() => takeDirectory(directory, { what: "an import" }, clock));
  expect(readHolder(directory)?.pid).toBe(child.pid);
});

test("a holder that was killed leaves the directory free, whatever its file still says", async () => {
  const child = await holderProcess();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(fs.existsSync(`${directory}/holder.json`)).toBe(true);
  expect(readHolder(directory)).toBeNull();
  const held = takeDirectory(directory, { what: "an import" }, clock);
  expect(readHolder(directory)).toMatchObject({
    pid: process.pid,
    what: "an import",
    since: "2026-03-01T09:00:00Z",
  });
  held.release();
});

test("a released directory can be taken again, and nobody holds it in between", () => {
  takeDirectory(directory, { what: "a command" }, clock).release();
  expect(readHolder(directory)).toBeNull();
  expect(fs.existsSync(`${directory}/holder.json`)).toBe(false);
  takeDirectory(directory, { what: "a command" }, clock).release();
});

test("the same process cannot take a directory twice either", () => {
  const held = takeDirectory(directory, { what: "a command" }, clock);
  expect(refusalOf(() => takeDirectory(directory, { what: "an import" }, clock)).message).toContain(
    "a command",
  );
  held.release();
});

test("a directory that is not there yet is made for its owner alone", () => {
  const held = takeDirectory(`${directory}/new/data`, { what: "a command" }, clock);
  expect(fs.statSync(`${directory}/new/data`).mode & 0o777).toBe(0o700);
  expect(fs.statSync(`${directory}/new/data/holder.json`).mode & 0o777).toBe(0o600);
  held.release();
});

test("a directory in which nobody ever was has no holder", () => {
  expect(readHolder(directory)).toBeNull();
  expect(fs.readdirSync(directory)).toEqual([]);
});
