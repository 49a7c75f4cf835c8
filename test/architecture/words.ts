/** Nothing half-done and nothing switched off by stealth; test names are sentences. */
import { isTest } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { lineAt, type Node, nameOf, textOf, treeOf, walk } from "./syntax.ts";

// Put together from halves, so that this file does not find itself.
const unfinished = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"].join("|")})\\b`);
const someonesMachine = /(?<![\w.$)\]}])\/(home|root|Users|work)\/[\w.]/;

export const nothingIsHalfDone: Rule = (sources) =>
  sources.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((words, at) => [
        ...(unfinished.test(words)
          ? [`${path}:${at + 1} leaves something to do: do it, or write an issue.`]
          : []),
        ...(someonesMachine.test(words) ? [`${path}:${at + 1} names a folder of somebody's machine.`] : []),
      ]),
  );

const runners = new Set(["test", "it", "describe", "suite", "bench"]);

export const testsAreSentencesAndRun: Rule = (sources) =>
  sources
    .filter(({ path }) => isTest(path))
    .flatMap((source) => {
      const found: Violation[] = [];
      walk(treeOf(source), (node) => {
        if (node.type !== "CallExpression") return;
        const problem = problemOf(source, node);
        if (problem !== null) found.push(`${source.path}:${lineAt(source.text, node.start)} ${problem}`);
      });
      return found;
    });

function problemOf(source: Source, call: Node): string | null {
  const chain = chainOf(call.callee);
  const [runner, ...modifiers] = chain;
  if (runner === undefined || !runners.has(runner)) return null;
  if (modifiers.includes("only")) return "runs only itself: the other tests would not run.";
  const switchedOff = modifiers.some((modifier) => ["skip", "todo", "fails"].includes(modifier));
  if (switchedOff && !hasReasonAbove(source, call)) return "is switched off without a comment that says why.";
  const name = textOf((call.arguments as Node[])[0]);
  const namesTest = (runner === "test" || runner === "it") && name !== null;
  return namesTest && !isSentence(name) ? `is named “${name}”: a test's name is a sentence.` : null;
}

/** ["test", "skip", "each"] for test.skip.each(…)(…). */
function chainOf(callee: unknown): string[] {
  const node = callee as Node | undefined;
  if (node === undefined) return [];
  if (node.type === "Identifier") return [node.name as string];
  if (node.type === "MemberExpression") return [...chainOf(node.object), nameOf(node.property) ?? ""];
  return node.type === "CallExpression" ? chainOf(node.callee) : [];
}

function hasReasonAbove(source: Source, call: Node): boolean {
  const lines = source.text.split("\n");
  const at = lineAt(source.text, call.start) - 1;
  return [lines[at], lines[at - 1]].some((words) => /\/\/ \S+ \S+|\*\/\s*$/.test(words ?? ""));
}

/** At least three words, or a table's row that brings its own. */
function isSentence(name: string): boolean {
  return name.includes("%") || name.includes("$") || name.trim().split(/\s+/).length >= 3;
}
