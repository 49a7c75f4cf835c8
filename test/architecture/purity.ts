/** Noun files and the kernel import only noun files and the kernel; clock, ids and randomness are arguments. */
import { capabilityOf, isNoun, isTest, partOfBase } from "./line.ts";
import type { Rule, Source } from "./source.ts";
import { type Import, importsOf, lineAt, type Node, nameOf, treeOf, walk } from "./syntax.ts";

const isKernel = (path: string) => partOfBase(path) === "kernel" && !isTest(path);

/** These two are where the world comes in: the kernel's clock and the kernel's ids. */
const mayTouchTheWorld = new Set(["src/base/kernel/clock.ts", "src/base/kernel/id.ts"]);

export const nounsArePure: Rule = (sources) =>
  sources
    .filter(({ path }) => isKernel(path) || isNoun(path))
    .flatMap((source) => [...impureImports(source), ...worldlyNames(source)]);

function impureImports(source: Source): string[] {
  const kernel = isKernel(source.path);
  const ownNoun = (target: string) => isNoun(target) && capabilityOf(target) === capabilityOf(source.path);
  // What a file looks like once it was read is a shape; the reading itself stays outside.
  const shapeOfFile = (target: string, typeOnly: boolean) => typeOnly && target.includes("/reading/");
  const allowed = ({ target, typeOnly }: Import) =>
    kernel ? isKernel(target) : target === "#base/kernel" || ownNoun(target) || shapeOfFile(target, typeOnly);
  const who = kernel
    ? "the kernel imports nothing but the kernel"
    : "a noun imports only nouns and #base/kernel";
  return importsOf(source)
    .filter((imported) => !allowed(imported))
    .map(({ specifier, line }) => `${source.path}:${line} imports ${specifier}: ${who}.`);
}

const worldly = new Set([
  "Temporal.Now",
  "Math.random",
  "crypto",
  "process",
  "performance",
  "fetch",
  "console",
  "setTimeout",
  "setInterval",
]);

function worldlyNames(source: Source): string[] {
  if (mayTouchTheWorld.has(source.path)) return [];
  const found: string[] = [];
  walk(treeOf(source), (node, ancestors) => {
    const name = worldlyName(node, ancestors.at(-1));
    if (name === null) return;
    const line = lineAt(source.text, node.start);
    found.push(
      `${source.path}:${line} uses ${name}: clock, ids and randomness are arguments, the world stays outside.`,
    );
  });
  return found;
}

function worldlyName(node: Node, parent: Node | undefined): string | null {
  if (node.type === "MemberExpression") {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return worldly.has(name) ? name : null;
  }
  if (node.type !== "Identifier" || !worldly.has(node.name as string)) return null;
  // A property or a field of that name is not the global.
  const isOwnName = parent !== undefined && (parent.property === node || parent.key === node);
  return isOwnName ? null : (node.name as string);
}
