/** What a command of the command line is, and how it reads its words. */
import { parseArgs } from "node:util";
import { Refusal } from "#base/kernel";
import type { Place } from "../opening.ts";

export interface Io {
  /** Results: the only thing that goes to standard output. */
  out(text: string): void;
  /** Messages, for people. */
  say(text: string): void;
  /** How far something has come, for people: takes the place of what was told before, where that can be. */
  progress(text: string): void;
  /** What to do when somebody presses Ctrl-C, in place of ending at once; a second press ends. Gives a way to stop listening. */
  onInterrupt(work: () => void): () => void;
  readonly place: Place;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Flag {
  readonly name: string;
  /** What stands for the value in the help, or null for a switch. */
  readonly value: string | null;
  readonly help: string;
  readonly many?: true;
}

export interface Command {
  readonly name: string;
  /** What stands after the name, for example "PATH"; in brackets what can be left out, "[PATH]". */
  readonly operands: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly string[];
  run(given: Given, io: Io): Promise<void>;
}

export interface Given {
  readonly operands: readonly string[];
  /** The flag's value, or undefined. */
  text(name: string): string | undefined;
  all(name: string): readonly string[];
  is(name: string): boolean;
}

/** Wrong words on the command line: exit status 2. */
export class WrongUsage extends Error {}

/** Somebody pressed Ctrl-C, and what was going on was halted in good order: exit status 130. */
export class Interrupted extends Error {}

export const jsonFlag: Flag = { name: "json", value: null, help: "The answer as JSON on standard output" };
export const workspaceFlag: Flag = {
  name: "workspace",
  value: "NAME",
  help: "Which workspace, by name or id; your own comes first, else the sample company",
};
export const whereFlag: Flag = {
  name: "where",
  value: "DIMENSION=KEY",
  help: "Keep only a slice, for example region=West; can be repeated",
  many: true,
};

/** Reads the words after a command's name. Refuses unknown flags, missing values and surplus operands. */
export function readGiven(command: Command, words: readonly string[]): Given {
  const options = Object.fromEntries(
    command.flags.map((flag) => [
      flag.name,
      {
        type: flag.value === null ? ("boolean" as const) : ("string" as const),
        multiple: flag.many === true,
      },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
  const operands = command.operands === "" ? [] : command.operands.split(" ");
  const needed = operands.filter((one) => !one.startsWith("["));
  if (parsed.positionals.length > operands.length)
    throw new WrongUsage(`Too many words: ${parsed.positionals.slice(operands.length).join(" ")}`);
  if (parsed.positionals.length < needed.length) throw new WrongUsage(`${needed.join(" ")} is missing.`);
  const values = parsed.values as Record<string, string | boolean | string[] | undefined>;
  return {
    operands: parsed.positionals,
    text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
    all: (name) => (Array.isArray(values[name]) ? values[name] : []),
    is: (name) => values[name] === true,
  };
}

/** A day given on the command line. Refuses what is not one: exit status 2. */
export function dayText(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    throw new WrongUsage(`--${flag} is “${text}”, which is not a day. Write it as 2026-03-31.`);
  }
}

/** Words for whoever reads the terminal: what happened, which field, what to do. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = error.fields.map((one) => `  ${one.field}: ${one.message}`);
    return [error.message, ...fields, error.fix].filter((line) => line !== "").join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
