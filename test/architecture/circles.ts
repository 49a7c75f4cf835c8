/** Nothing imports in a circle: what is loaded first must not need what is loaded after it. */
import { doorFiles } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { importsOf } from "./syntax.ts";

const doors = doorFiles();

export const nothingImportsInACircle: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const follow = (source: Source, trail: readonly string[]): void => {
    const begins = trail.indexOf(source.path);
    if (begins !== -1) {
      found.push(`A circle of imports: ${[...trail.slice(begins), source.path].join(" → ")}`);
      return;
    }
    if (done.has(source.path)) return;
    for (const { target, typeOnly } of importsOf(source)) {
      // A type is gone before anything is loaded.
      const next = typeOnly ? undefined : byPath.get(doors.get(target) ?? target);
      if (next !== undefined) follow(next, [...trail, source.path]);
    }
    done.add(source.path);
  };
  for (const source of sources) follow(source, []);
  return found;
};
