/** Runs one step of checking as a process of its own and tells how it went. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./rings.ts";

export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a program of node_modules/.bin. Its output is shown when it fails, or as it comes with `live`. */
export async function step(
  name: string,
  program: string,
  args: readonly string[],
  live = false,
): Promise<Outcome> {
  const started = performance.now();
  const { code, output } = await run(program, args, {}, live);
  say(name, code === 0, started);
  if (code !== 0 && !live) process.stdout.write(output);
  return { name, ok: code === 0, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Runs test files with Vitest and counts tests. */
export async function tests(
  name: string,
  files: readonly string[],
  environment: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Outcome> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "quarterdeck-report-"));
  const report = join(folder, "report.json");
  const words = [
    "run",
    ...files,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  ];
  const { code, output } = await run("vitest", words, environment, false);
  const counts = countsIn(report);
  rmSync(folder, { recursive: true, force: true });
  say(
    `${name} (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)`,
    code === 0,
    started,
  );
  if (code !== 0) process.stdout.write(output);
  return { name, ok: code === 0 && counts.passed > 0, ...counts };
}

function countsIn(report: string) {
  try {
    const found = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
    return {
      passed: found.numPassedTests ?? 0,
      failed: found.numFailedTests ?? 0,
      skipped: (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(program: string, args: readonly string[], environment: Record<string, string>, live: boolean) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", program), args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", ...environment },
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

function say(name: string, ok: boolean, started: number): void {
  console.log(`${ok ? "✓" : "✗"} ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Says how it all went, with the line that machines read, and sets the exit status. */
export function conclude(outcomes: readonly Outcome[], leftOut: readonly string[]): void {
  const sum = (of: "passed" | "failed" | "skipped") =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  for (const one of leftOut) console.log(`Left out: ${one}`);
  const failed = outcomes.filter((outcome) => !outcome.ok);
  if (failed.length > 0) console.log(`Failed: ${failed.map((outcome) => outcome.name).join(", ")}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
