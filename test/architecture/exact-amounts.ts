/** Amounts in minor units are bigint from the record to the wire; only what draws them may round. */
import { isScreen, isTest } from "./line.ts";
import type { Rule } from "./source.ts";
import { isNode, lineAt, type Node, nameOf, treeOf, walk } from "./syntax.ts";

const rounding = new Set(["Number", "parseFloat", "parseInt"]);
const isAmount = (name: string | null) => name !== null && /(^amountMinor$|Minor$|_minor$)/.test(name);

export const amountsAreExact: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith("src/") && !isScreen(path) && !isTest(path))
    .flatMap((source) => {
      const found: string[] = [];
      walk(treeOf(source), (node) => {
        const problem = problemOf(node);
        if (problem !== null) found.push(`${source.path}:${lineAt(source.text, node.start)} ${problem}`);
      });
      return found;
    });

function problemOf(node: Node): string | null {
  // `amountMinor: number` as a field, a parameter or a variable.
  const name = nameOf(node.key) ?? nameOf(node);
  const annotation = isNode(node.typeAnnotation) ? node.typeAnnotation.typeAnnotation : null;
  if (isAmount(name) && isNode(annotation) && annotation.type === "TSNumberKeyword") {
    return `says that ${name} is a number: an amount in minor units is a bigint.`;
  }
  if (node.type !== "CallExpression" || !rounding.has(nameOf(node.callee) ?? "")) return null;
  const given = nameOf((node.arguments as Node[])[0]);
  return isAmount(given) ? `makes a number of ${given}: that loses units above 2^53.` : null;
}
