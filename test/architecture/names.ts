/** Folders are the field's nouns; verbs are what the desk says. */
import type { Rule, Violation } from "./source.ts";
import { isNode, lineAt, nameOf, treeOf } from "./syntax.ts";

const forbidden = [
  "util",
  "helper",
  "common",
  "misc",
  "lib",
  "type",
  "service",
  "manager",
  "handler",
  "data",
  "info",
];
const forbiddenNames = new Set(forbidden.flatMap((word) => [word, `${word}s`]));
const endings = ["util", "helper", "service", "manager", "handler"];
const emptyEndings = new Set(endings.flatMap((word) => [word, `${word}s`]));
/** Row types that are generated from the schema. */
const generated = /^db\/types(\/|$)/;

export const namesSayWhatThingsAre: Rule = (sources) => {
  const found = new Set<Violation>();
  for (const { path } of sources) {
    const folders = path.split("/");
    const file = folders.pop() ?? "";
    folders.forEach((folder, depth) => {
      const upTo = folders.slice(0, depth + 1).join("/");
      if (isForbidden(folder) && !generated.test(upTo))
        found.add(`${upTo}/ is named for nothing that the field knows (${folder}).`);
    });
    const stem = file.replace(/\..*$/, "");
    if (isForbidden(stem)) found.add(`${path} is named for nothing that the field knows (${stem}).`);
  }
  return [...found];
};

/** As a whole name; and where a word says nothing in company either, as the last of a name in kebab-case. */
function isForbidden(name: string): boolean {
  const words = name.toLowerCase().split("-");
  return forbiddenNames.has(words.join("-")) || emptyEndings.has(words.at(-1) ?? "");
}

const emptyVerb = /^(update|process|handle|manage)([A-Z]|$)/;

/** What a file exports to others is named with the words of the desk. */
export const verbsAreOfTheDesk: Rule = (sources) =>
  sources.flatMap((source) => {
    const found: Violation[] = [];
    for (const statement of treeOf(source).body as unknown[]) {
      if (!isNode(statement) || statement.type !== "ExportNamedDeclaration") continue;
      const declaration = statement.declaration;
      if (!isNode(declaration)) continue;
      const declared = (declaration.declarations as unknown[] | undefined) ?? [declaration];
      for (const one of declared) {
        const name = isNode(one) ? nameOf(one.id) : null;
        if (name === null || !emptyVerb.test(name)) continue;
        found.push(
          `${source.path}:${lineAt(source.text, statement.start)} exports ${name}: say what is done, as the desk would.`,
        );
      }
    }
    return found;
  });
