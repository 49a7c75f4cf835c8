import { expect, test } from "vitest";
import { panicIn } from "./panic.ts";

/** A message of the protocol: a letter, its length with the length itself, and the body. */
function message(letter: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
}
const complete = message("C", "UPDATE 1\0");
const error = (severity: string) => message("E", `S${severity}\0V${severity}\0C53100\0Mno space left\0\0`);

test.each([
  ["an empty reply", [], null],
  ["a statement that went well", [complete], null],
  ["an error of the statement", [error("ERROR"), complete], null],
  ["a row that speaks of panic", [message("D", "VPANIC\0Mnot so\0")], null],
  ["a panic after a statement that seemed to go well", [complete, error("PANIC")], "no space left"],
])("%s", (_reply, messages, expected) => {
  expect(panicIn(Buffer.concat(messages))).toBe(expected);
});
