/** No file over 300 lines, no function over 70, and a median file that is read at a glance. */
import { isTest } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { lineAt, type Node, nameOf, treeOf, walk } from "./syntax.ts";

export const fileLinesMax = 300;
export const functionLinesMax = 70;
export const medianLinesMax = 90;

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const grouping = new Set(["describe", "suite"]);

export const linesOf = (text: string): number => text.replace(/\n$/, "").split("\n").length;

export const filesAreShort: Rule = (sources) =>
  sources
    .filter(({ text }) => linesOf(text) > fileLinesMax)
    .map(
      ({ path, text }) =>
        `${path} has ${linesOf(text)} lines, more than ${fileLinesMax}: split it by meaning.`,
    );

export const functionsAreShort: Rule = (sources) => sources.flatMap(longFunctions);

function longFunctions(source: Source): Violation[] {
  const found: Violation[] = [];
  walk(treeOf(source), (node, ancestors) => {
    if (!functions.has(node.type) || groupsTests(ancestors.at(-1))) return;
    const first = lineAt(source.text, node.start);
    const lines = lineAt(source.text, node.end) - first + 1;
    if (lines <= functionLinesMax) return;
    const name =
      nameOf(node.id) ?? nameOf(ancestors.at(-1)?.id) ?? nameOf(ancestors.at(-1)?.key) ?? "a function";
    found.push(`${source.path}:${first} ${name} has ${lines} lines, more than ${functionLinesMax}.`);
  });
  return found;
}

/** describe(…) only groups tests: its length is that of the file. */
function groupsTests(parent: Node | undefined): boolean {
  if (parent?.type !== "CallExpression") return false;
  const callee = parent.callee as Node;
  const called = callee.type === "CallExpression" ? (callee.callee as Node) : callee;
  const root = called.type === "MemberExpression" ? called.object : called;
  return grouping.has(nameOf(root) ?? "");
}

/** The median of the files that are not tests. */
export const medianFileIsShort: Rule = (sources) => {
  const lengths = sources
    .filter(({ path }) => !isTest(path))
    .map(({ text }) => linesOf(text))
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return median <= medianLinesMax
    ? []
    : [`The median file has ${median} lines, more than ${medianLinesMax}.`];
};
