import { describe, expect, test } from "vitest";
import { base32, codeOfStep, factorLink, stepOfCode } from "./totp-actions.ts";

/** The secret of RFC 6238, appendix B, for SHA-1. */
const secret = Buffer.from("12345678901234567890");
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("the code of RFC 6238 at second %s is %s", (seconds, code) => {
  expect(codeOfStep(secret, Math.floor(seconds / 30), 8)).toBe(code);
  expect(stepOfCode(secret, code.slice(2), at(seconds), null)).toBe(Math.floor(seconds / 30));
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of RFC 4648: %s is %s", (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

describe("a code", () => {
  const code = codeOfStep(secret, 100);
  test.each([
    ["of two steps ago is too old", 102, null],
    ["of the last step still counts", 101, 100],
    ["of this step counts", 100, 100],
    ["of the next step counts already", 99, 100],
    ["of the step after that does not", 98, null],
  ])("%s", (_what, now, step) => {
    expect(stepOfCode(secret, code, at(now * 30 + 10), null)).toBe(step);
  });

  test("counts once: not again, and none before it either", () => {
    expect(stepOfCode(secret, code, at(3000), 100)).toBeNull();
    expect(stepOfCode(secret, codeOfStep(secret, 99), at(3000), 100)).toBeNull();
    expect(stepOfCode(secret, codeOfStep(secret, 101), at(3000), 100)).toBe(101);
  });

  test.each(["", "12345", "1234567", "12345a", "１２３４５６", " 123456"])("%j is none", (text) => {
    expect(stepOfCode(secret, text, at(3000), null)).toBeNull();
  });
});

test("the link for an app names the account, the secret and how codes are made", () => {
  expect(factorLink("MZXW6", "ines@example.com")).toBe(
    "otpauth://totp/Quarterdeck%3Aines%40example.com?secret=MZXW6&issuer=Quarterdeck&algorithm=SHA1&digits=6&period=30",
  );
});
