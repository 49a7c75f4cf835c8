/** Examples of the command line in the documentation, read as the command line reads them. */
import { catalogue } from "../../src/analytics/index.ts";
import { type Command, readGiven } from "../../src/app/commands/command.ts";
import { fencedLines, inlineCode, type Page } from "./pages.ts";

export interface Example {
  readonly path: string;
  /** The words after `quarterdeck`. */
  readonly words: readonly string[];
}

/** Every call of quarterdeck in a page: after an optional prompt and variables, up to a pipe, a redirection or a remark. */
export function examplesOf({ path, text }: Page): Example[] {
  return [...fencedLines(text), ...inlineCode(text)].flatMap((line) => {
    const called = /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:bin\/)?quarterdeck (\S.*)$/.exec(line.trim())?.[1];
    if (called === undefined) return [];
    const words = [...called.matchAll(/"([^"]*)"|'([^']*)'|((?:[^\s"']|"[^"]*")+)/g)].map(
      (match) => match[1] ?? match[2] ?? (match[3] ?? "").replaceAll('"', ""),
    );
    const end = words.findIndex((word) => ["|", ">", "#", "&&", "…"].includes(word));
    return [{ path, words: end < 0 ? words : words.slice(0, end) }];
  });
}

/** Why the command line would refuse the example, or null. */
export function whyRefused({ words }: Example, commands: readonly Command[]): string | null {
  const [name = "", ...rest] = words;
  if (name === "help" || name === "COMMAND") return null;
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return `there is no command ${name}`;
  // A command that is only named, without its operands, is no call.
  if (rest.length === 0) return null;
  try {
    const given = readGiven(command, rest);
    return whyUnknown(
      name,
      given.operands[0],
      [given.text("by"), ...given.all("where").map((slice) => slice.split("=")[0])],
      given.all("switch"),
    );
  } catch (error) {
    return (error as Error).message;
  }
}

const isPlaceholder = (word: string) => /^[A-Z]+$/.test(word);

function whyUnknown(
  command: string,
  operand: string | undefined,
  dimensions: readonly (string | undefined)[],
  switches: readonly string[],
): string | null {
  const asked = catalogue.measures.find((one) => one.name === operand);
  if (command === "measure" && asked === undefined && !isPlaceholder(operand ?? ""))
    return `there is no measure ${operand}`;
  for (const name of dimensions) {
    const known = name === undefined || /^(field|account|person)\./.test(name) || isPlaceholder(name);
    if (!known && !catalogue.dimensions.some((one) => one.name === name))
      return `there is no dimension ${name}`;
  }
  for (const choice of switches) {
    const [name = "", value = ""] = choice.split("=");
    if (asked !== undefined && !(value in (asked.switches[name]?.options ?? {})))
      return `${asked.name} has no switch ${choice}`;
  }
  return null;
}

export function refusedExamples(pages: readonly Page[], commands: readonly Command[]): string[] {
  return pages.flatMap(examplesOf).flatMap((example) => {
    const reason = whyRefused(example, commands);
    return reason === null ? [] : [`${example.path}: quarterdeck ${example.words.join(" ")}: ${reason}`];
  });
}
