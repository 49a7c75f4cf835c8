/** Domain code knows no Date, and asks no clock of its own. */
import { isScreen, isTest } from "./line.ts";
import type { Rule } from "./source.ts";
import { lineAt, type Node, nameOf, treeOf, walk } from "./syntax.ts";

function isDomain(path: string): boolean {
  return (
    path.startsWith("src/") && !path.startsWith("src/base/platform/") && !isScreen(path) && !isTest(path)
  );
}

export const domainKnowsNoDate: Rule = (sources) =>
  sources
    .filter(({ path }) => isDomain(path))
    .flatMap((source) => {
      const found: string[] = [];
      walk(treeOf(source), (node, ancestors) => {
        const line = () => lineAt(source.text, node.start);
        if (isGlobalDate(node, ancestors.at(-1)))
          found.push(
            `${source.path}:${line()} uses Date: days are Temporal.PlainDate, moments Temporal.Instant.`,
          );
        const asksNow =
          node.type === "MemberExpression" &&
          nameOf(node.object) === "Temporal" &&
          nameOf(node.property) === "Now";
        if (asksNow && source.path !== "src/base/kernel/clock.ts")
          found.push(`${source.path}:${line()} asks Temporal.Now: the clock is an argument.`);
      });
      return found;
    });

function isGlobalDate(node: Node, parent: Node | undefined): boolean {
  if (node.type !== "Identifier" || node.name !== "Date") return false;
  const isOwnName = parent !== undefined && (parent.property === node || parent.key === node);
  return !isOwnName;
}
