import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isCommonPassword, isPassword, isWeakHash, passwordHashOf } from "./password-actions.ts";

describe("a password as it is kept", () => {
  test("is argon2id with 64 MiB and two passes, and salted: the same twice differs", async () => {
    const [one, other] = [await passwordHashOf("tall lantern"), await passwordHashOf("tall lantern")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect([await isPassword(one, "tall lantern"), await isPassword(other, "tall lantern")]).toEqual([
      true,
      true,
    ]);
  });

  test.each([
    ["another case", "Tall lantern"],
    ["a space at the end", "tall lantern "],
    ["the same letters composed otherwise", "tall lánтern".normalize("NFD")],
    ["nothing", ""],
    ["a zero byte behind it", "tall lantern\0"],
  ])("is not %s", async (_what, other) => {
    expect(await isPassword(await passwordHashOf("tall lantern"), other)).toBe(false);
  });

  test("is exact: two ways to write an accented letter are two passwords", async () => {
    const composed = "caf\u00e9 au lait";
    expect(await isPassword(await passwordHashOf(composed), composed.normalize("NFD"))).toBe(false);
  });

  test("agrees with what the reference implementation made of it, and says when it was made with less work", async () => {
    // argon2id of the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await isPassword(reference, "password")).toBe(true);
    expect(isWeakHash(reference)).toBe(false);
    expect(isWeakHash(reference.replace("m=65536", "m=19456"))).toBe(true);
    expect(isWeakHash(reference.replace("t=2", "t=1"))).toBe(true);
  });
});

test.each([
  ["password", true],
  ["iloveyou", true],
  ["1qaz2wsx", true],
  ["", false],
  ["tall lantern of the harbour", false],
])("%j is tried first: %s", (word, is) => {
  expect(isCommonPassword(word)).toBe(is);
});

test("the list has at least the three thousand that ASVS asks for, all of them long enough to matter", () => {
  const words = readFileSync(join(import.meta.dirname, "common-passwords.txt"), "utf8")
    .trimEnd()
    .split("\n");
  expect(words.length).toBe(8354);
  expect(words.filter((word) => [...word].length < 8 || word !== word.toLowerCase())).toEqual([]);
});
