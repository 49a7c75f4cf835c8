/**
 * The command line: finds the command, runs it, and ends with 0 (done), 1 (failed, and why), 2 (wrong usage) or
 * 130 (halted by Ctrl-C).
 */
import { CallRefused } from "#base/contract";
import { commands } from "./commands/all.ts";
import { type Command, Interrupted, readGiven, WrongUsage, wordsOf } from "./commands/command.ts";
import { terminal } from "./commands/terminal.ts";

const io = terminal(process);

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = words;
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = ["help", "--help", "-h"].includes(name);
    const about = commands.find((one) => one.name === rest[0]);
    (asked ? io.out : io.say)(
      asked && about ? helpOf(about) : `${asked ? "" : `There is no command “${name}”.\n\n`}${overview()}`,
    );
    return asked ? 0 : 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(helpOf(command));
    return 0;
  }
  try {
    await command.run(readGiven(command, rest), io);
    return 0;
  } catch (error) {
    return failed(command, error);
  }
}

function failed(command: Command, error: unknown): number {
  if (error instanceof WrongUsage) {
    io.say(`${error.message}\n\n${helpOf(command)}`);
    return 2;
  }
  if (error instanceof Interrupted) {
    io.say(error.message);
    return 130;
  }
  if (error instanceof CallRefused) {
    const { detail, fix, fields, status } = error.problem;
    const lines = [detail, ...(fields ?? []).map((one) => `  ${one.field}: ${one.message}`), fix ?? ""];
    io.say(lines.filter((line) => line !== "").join("\n"));
    return status === 400 ? 2 : 1;
  }
  io.say(wordsOf(error));
  if (process.env.QUARTERDECK_TRACE && error instanceof Error) io.say(error.stack ?? "");
  return 1;
}

function overview(): string {
  const width = Math.max(...commands.map((one) => one.name.length + one.operands.length + 1));
  const lines = commands.map(
    (one) => `  ${`${one.name} ${one.operands}`.trimEnd().padEnd(width)}  ${one.summary}`,
  );
  return [
    "Quarterdeck: sales operations on one set of numbers.",
    "",
    "Usage: quarterdeck COMMAND [--help]",
    "",
    ...lines,
    "",
    "QUARTERDECK_DATA names the data directory (default: data in its own folder), PORT and HOST the address of serve,",
    "DATABASE_URL a PostgreSQL server in place of the embedded database.",
  ].join("\n");
}

function helpOf(command: Command): string {
  const names = command.flags.map((flag) => `--${flag.name}${flag.value === null ? "" : ` ${flag.value}`}`);
  const width = Math.max(0, ...names.map((name) => name.length));
  return [
    `quarterdeck ${command.name} ${command.operands}`.trimEnd(),
    `  ${command.summary}.`,
    "",
    ...command.flags.map((flag, index) => `  ${(names[index] ?? "").padEnd(width)}  ${flag.help}`),
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${example}`),
  ].join("\n");
}
