/** Reads TypeScript and TSX with the bundler's own parser: the same reading that the web app is built from. */
import { posix } from "node:path";
import { parseSync } from "vite";
import type { Source } from "./source.ts";

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  readonly specifier: string;
  /** The imported file from the project's root for a relative import, otherwise the specifier itself. */
  readonly target: string;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const trees = new WeakMap<Source, Node>();

/** The syntax tree of a source. Throws where the parser does not understand it, so that no file goes unread. */
export function treeOf(source: Source): Node {
  const known = trees.get(source);
  if (known) return known;
  const result = parseSync(source.path, source.text);
  const [problem] = result.errors;
  if (problem) throw new Error(`${source.path} cannot be read: ${problem.message}`);
  const tree = result.program as unknown as Node;
  trees.set(source, tree);
  return tree;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Visits a node and everything below it, each with its ancestors, the nearest last. */
export function walk(node: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = [];
  const enter = (at: Node): void => {
    visit(at, ancestors);
    ancestors.push(at);
    for (const value of Object.values(at)) {
      if (Array.isArray(value)) for (const one of value) isNode(one) && enter(one);
      else if (isNode(value)) enter(value);
    }
    ancestors.pop();
  };
  enter(node);
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let from = text.indexOf("\n"); from !== -1 && from < at; from = text.indexOf("\n", from + 1))
    line += 1;
  return line;
}

const importing = new Set([
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** Everything that a file imports, however it says so; files that it starts as workers too. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(treeOf(source), (node) => {
    const specifier = importing.has(node.type)
      ? (textOf(node.source) ?? textOf(node.argument))
      : workerFile(node);
    if (specifier === null || specifier === undefined) return;
    const target = specifier.startsWith(".") ? posix.join(posix.dirname(source.path), specifier) : specifier;
    const typeOnly = node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType";
    found.push({ specifier, target, typeOnly, line: lineAt(source.text, node.start) });
  });
  return found;
}

/** The text of a literal, or null for anything else. */
export function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "TSLiteralType") return textOf(value.literal);
  return value.type === "Literal" && typeof value.value === "string" ? value.value : null;
}

/** new URL("./work.ts", import.meta.url) */
function workerFile(node: Node): string | null {
  if (node.type !== "NewExpression" || nameOf(node.callee) !== "URL") return null;
  const [first] = node.arguments as Node[];
  const text = textOf(first);
  return text !== null && /^\.{1,2}\/.*\.tsx?$/.test(text) ? text : null;
}

/** The name of an identifier or of the last part of a member ("b" for a.b), else null. */
export function nameOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "Identifier") return value.name as string;
  return value.type === "MemberExpression" ? nameOf(value.property) : null;
}

/** The texts of all string literals and templates of a file; the holes of a template are written as $. */
export function stringsOf(source: Source): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  walk(treeOf(source), (node) => {
    const text = node.type === "TemplateLiteral" ? templateText(node) : textOf(node);
    if (text !== null) found.push({ text, line: lineAt(source.text, node.start) });
  });
  return found;
}

function templateText(node: Node): string {
  const pieces = node.quasis as { value: { cooked: string | null; raw: string } }[];
  return pieces.map((piece) => piece.value.cooked ?? piece.value.raw).join("$");
}
