/** Screens never import a store, actions, routes, a server door or the platform; contracts are browser-safe. */
import { doorFiles, isContract, isScreen, isTest, roleOf } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { type Import, importsOf } from "./syntax.ts";

const doors = doorFiles();
const serverPackage = /^(node:|kysely|pg$|@duckdb\/|@electric-sql\/|fastify|@fastify\/|iconv-lite)/;
const serverRoles = new Set(["store", "actions", "routes", "measures", "dimensions"]);

/** Follows imports from every screen and contract, so that a detour over an innocent file is found as well. */
export const screensStayInTheBrowser: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found: Violation[] = [];
  const seen = new Set<string>();
  const follow = (source: Source, trail: string): void => {
    if (seen.has(source.path)) return;
    seen.add(source.path);
    for (const imported of importsOf(source)) {
      const problem = problemOf(imported);
      if (problem !== null)
        found.push(`${source.path}:${imported.line} imports ${imported.specifier}: ${problem}${trail}`);
      const next = problem === null ? byPath.get(doors.get(imported.target) ?? imported.target) : undefined;
      if (next !== undefined) follow(next, trail || ` (loaded by the browser through ${source.path})`);
    }
  };
  const roots = sources.filter(({ path }) => path.startsWith("src/") && (isScreen(path) || isContract(path)));
  for (const root of roots) seen.delete(root.path);
  for (const root of roots) follow(root, "");
  return found;
};

function problemOf({ target, specifier }: Import): string | null {
  if (serverPackage.test(specifier)) return "it does not run in a browser.";
  if (specifier === "#base/platform" || target.startsWith("src/base/platform/"))
    return "the platform does not run in a browser.";
  if (/^#[a-z]+$/.test(specifier)) return "that is the server's door; use its contract or its screens.";
  if (/^src\/[a-z]+\/index\.ts$/.test(target))
    return "that is the server's door; use its contract or its screens.";
  const role = target.startsWith("src/") && !isScreen(target) ? roleOf(target) : null;
  return role !== null && serverRoles.has(role) ? `${role} belong to the server.` : null;
}

/** Node runs TypeScript but not TSX: what the server loads must not lead to a screen. */
export const serverNeverImportsScreens: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith("src/") && !isScreen(path) && !isTest(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(
          ({ target }) => target.endsWith(".tsx") || target === "#base/ui" || target.endsWith("/screens"),
        )
        .map(
          ({ specifier, line }) =>
            `${source.path}:${line} imports ${specifier}: only screens import screens.`,
        ),
    );
