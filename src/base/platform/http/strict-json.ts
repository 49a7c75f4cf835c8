/**
 * Reads a JSON body without guessing. JSON.parse keeps the last of two equal keys, rounds large numbers and lets
 * "__proto__" through; each of these has hidden a change that nobody asked for, so each is refused here.
 */
import { HttpProblem } from "./problem.ts";

const DEPTH_MAX = 64;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Takes the bytes of a body and gives its value. Refuses with 400 what is not exactly one JSON value in UTF-8. */
export function strictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw problem("The request says that it carries JSON, but it is empty.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw problem("The body is not UTF-8 text.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem("The body is not valid JSON.");
  }
  inspect(text);
  return value;
}

interface Level {
  /** The keys seen so far; null inside a list. */
  readonly keys: Set<string> | null;
  expectsKey: boolean;
}

/** Walks over text that JSON.parse has accepted, so its grammar need not be checked again. */
function inspect(text: string): void {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    const level = levels.at(-1);
    if (sign === "{" || sign === "[") {
      if (levels.length === DEPTH_MAX) throw problem(`The body is nested deeper than ${DEPTH_MAX} levels.`);
      levels.push({ keys: sign === "{" ? new Set() : null, expectsKey: sign === "{" });
    } else if (sign === "}" || sign === "]") {
      levels.pop();
    } else if (sign === ",") {
      if (level?.keys) level.expectsKey = true;
    } else if (sign === '"') {
      const end = endOfText(text, at);
      const content = contentOf(text.slice(at, end + 1));
      if (level?.keys && level.expectsKey) {
        checkKey(content, level.keys);
        level.expectsKey = false;
      }
      at = end;
    } else if (sign === "-" || (sign >= "0" && sign <= "9")) {
      at = endOfNumber(text, at);
    }
  }
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function contentOf(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  const content = JSON.parse(literal) as string;
  if (content.includes("\0")) throw problem("The body contains the character U+0000, which cannot be kept.");
  if (!content.isWellFormed()) throw problem("The body contains half of a character (a lone surrogate).");
  return content;
}

function checkKey(key: string, keys: Set<string>): void {
  if (key === "__proto__") throw problem('The key "__proto__" is not allowed.');
  if (keys.has(key)) throw problem(`The key "${key.slice(0, 80)}" occurs twice in one object.`);
  keys.add(key);
}

function endOfNumber(text: string, start: number): number {
  number.lastIndex = start;
  const literal = number.exec(text)?.[0] ?? "";
  const value = Number(literal);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw problem(`The number ${literal.slice(0, 40)} is too large to be read exactly. Send it as text.`);
  }
  return start + literal.length - 1;
}

function problem(detail: string): HttpProblem {
  return new HttpProblem(400, detail, { fix: "Correct the body and send the request again." });
}
