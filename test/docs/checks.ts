/** What the documentation must keep to. Each check takes pages and gives what is wrong, in words. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { anchorsOf, inlineCode, linksOf, type Page, projectRoot, proseOf } from "./pages.ts";

type Exists = (path: string) => boolean;

const isThere: Exists = (path) => existsSync(join(projectRoot, path));

/** Links to other pages, pictures and headings lead somewhere. Addresses of the web are left alone. */
export function brokenLinks(pages: readonly Page[], exists: Exists = isThere): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    linksOf(page.text).flatMap((link) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [file = "", heading] = link.split("#");
      const target =
        file === "" ? page.path : normalize(join(dirname(page.path), file)).replaceAll("\\", "/");
      if (!byPath.has(target) && !exists(target))
        return [`${page.path} links to ${link}, which is not there.`];
      const text = byPath.get(target)?.text;
      if (heading === undefined || text === undefined || anchorsOf(text).has(heading)) return [];
      return [`${page.path} links to ${link}, but ${target} has no such heading.`];
    }),
  );
}

const ours = /^(?:src|test|docs|db|bin|bench|\.ci)\/|^[\w.-]+\.(?:md|ts)$|^LICENSE$/;

/** Paths of the project in backticks exist; a path with * must match something. */
export function missingPaths(pages: readonly Page[]): string[] {
  return pages.flatMap((page) =>
    inlineCode(page.text)
      .map((code) => code.split(" ")[0] ?? "")
      .filter((path) => ours.test(path) && !isFileName(path))
      .filter((path) =>
        path.includes("*") ? globSync(path, { cwd: projectRoot }).length === 0 : !isThere(path),
      )
      .map((path) => `${page.path} names ${path}, which is not there.`),
  );
}

/** A bare name such as `store.ts` is a kind of file, not a place; it must be the name of some file. */
function isFileName(path: string): boolean {
  if (path.includes("/") || isThere(path)) return false;
  return globSync(`{src,db,test,bin,docs}/**/${path}`, { cwd: projectRoot }).length > 0;
}

/** Variables of the environment that are named are read somewhere. */
export function unknownVariables(pages: readonly Page[], code: string): string[] {
  return pages.flatMap((page) => {
    const own = [...page.text.matchAll(/\bQUARTERDECK_[A-Z_]+\b/g)].map((match) => match[0]);
    const inCode = inlineCode(page.text).flatMap((text) =>
      [...text.matchAll(/^([A-Z][A-Z_]{3,})(?==|$)/g)].map((match) => match[1] ?? ""),
    );
    return [...new Set([...own, ...inCode])]
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(code) && !placeholders.has(name))
      .map((name) => `${page.path} names the variable ${name}, which nothing reads.`);
  });
}

/** Words in capitals that stand for what the reader puts there. */
const placeholders = new Set(["FOLDER", "PATH", "NAME", "DATE", "FILE", "DIMENSION", "COMMAND"]);

/** `npm run x`, `npm start` and `npm test` are scripts of package.json. */
export function unknownScripts(pages: readonly Page[]): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return pages.flatMap((page) =>
    [...page.text.matchAll(/\bnpm (?:run ([a-z-]+)|(start|test))\b/g)]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((name) => !(name in scripts))
      .map((name) => `${page.path} names npm run ${name}, which package.json does not have.`),
  );
}

/** Every page of docs/ can be reached from the front page. */
export function unreachable(pages: readonly Page[], from: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    const page = byPath.get(path);
    if (page === undefined || reached.has(path)) return;
    reached.add(path);
    for (const link of linksOf(page.text)) {
      visit(normalize(join(dirname(path), link.split("#")[0] ?? "")).replaceAll("\\", "/"));
    }
  };
  visit(from);
  return pages
    .filter(({ path }) => path.startsWith("docs/") && !reached.has(path))
    .map(({ path }) => `${path} cannot be reached from ${from}.`);
}

const parts = ["Context", "Options", "Decision", "Consequences"];

/** Decision records are numbered without a gap and have the four parts, in order. */
export function unfitDecisions(pages: readonly Page[]): string[] {
  const records = pages.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
  return records.flatMap(({ path, text }, at) => {
    const number = /\/(\d{4})-/.exec(path)?.[1];
    const headings = [...proseOf(text).matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    return [
      ...(Number(number) === at + 1 ? [] : [`${path} should have the number ${at + 1}.`]),
      ...(headings.join() === parts.join()
        ? []
        : [`${path} has the parts ${headings.join(", ")}, not ${parts.join(", ")}.`]),
    ];
  });
}
