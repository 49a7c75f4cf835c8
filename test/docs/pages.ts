/** The pages of the documentation as the checks see them: their text, the code in them, their headings and links. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const projectRoot = join(import.meta.dirname, "../..");

export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page of the project, by path. */
export function readPages(): Page[] {
  return globSync(["*.md", "docs/**/*.md"], { cwd: projectRoot })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), "utf8") }));
}

const fence = /^```[a-z]*\n([\s\S]*?)^```$/gm;

/** The text without its fenced blocks. */
export const proseOf = (text: string): string => text.replace(fence, "");

/** The lines inside fenced blocks. */
export function fencedLines(text: string): string[] {
  return [...text.matchAll(fence)].flatMap((match) => (match[1] ?? "").split("\n"));
}

/** What stands in backticks outside of fenced blocks. */
export function inlineCode(text: string): string[] {
  return [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
}

/** The targets of links and pictures. */
export function linksOf(text: string): string[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
}

/** The anchors that a page's headings make. */
export function anchorsOf(text: string): Set<string> {
  const headings = [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? "");
  return new Set(headings.map(anchorOf));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}
