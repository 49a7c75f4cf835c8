import { describe, expect, test } from "vitest";
import { HttpProblem } from "./problem.ts";
import { strictJson } from "./strict-json.ts";

const read = (text: string) => strictJson(new TextEncoder().encode(text));

describe("a JSON body", () => {
  test.each([
    ['{"a":1,"b":[{"a":2},{"a":3}],"c":{"a":4}}'],
    ['{"a":"x,{\\"a\\":1}","b":"\\\\","c":""}'],
    ["[1,-2.5,1e3,0,9007199254740991,-9007199254740991,0.1]"],
    ['"text"'],
    ["null"],
    [' { "a" : [ ] , "b" : { } } '],
    ['{"é":"\\u00e9","\\ud83d\\ude00":1}'],
    ['{"a":"\\\\u0000"}'],
  ])("%s is read as JSON.parse reads it", (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  test.each([
    ["a key twice", '{"rate":"1","rate":"2"}', "occurs twice"],
    ["a key twice, once in disguise", '{"rate":"1","r\\u0061te":"2"}', "occurs twice"],
    ["a key twice, deep inside", '{"a":[{"b":{"c":1,"d":2,"c":3}}]}', "occurs twice"],
    ["__proto__", '{"__proto__":{"role":"owner"}}', "__proto__"],
    ["__proto__ in disguise", '{"\\u005f_proto__":1}', "__proto__"],
    ["a number that would be rounded", '{"amount":9007199254740993}', "too large"],
    ["a number that would be infinite", '{"amount":1e400}', "too large"],
    ["a number that would be infinite, below zero", "[-1e400]", "too large"],
    ["the character U+0000", '{"name":"a\\u0000b"}', "U+0000"],
    ["half a character", '{"name":"\\ud800"}', "surrogate"],
    ["too many levels", `${"[".repeat(65)}${"]".repeat(65)}`, "64 levels"],
    ["very many levels", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, ""],
    ["nothing", "", "empty"],
    ["a comma too many", '{"a":1,}', "not valid JSON"],
    ["a comment", '{"a":1}//', "not valid JSON"],
    ["two values", "{}{}", "not valid JSON"],
    ["NaN", '{"a":NaN}', "not valid JSON"],
  ])("with %s is refused", (_, text, words) => {
    expect(() => read(text)).toThrowError(HttpProblem);
    expect(() => read(text)).toThrowError(words);
  });

  test("that is not UTF-8 is refused", () => {
    expect(() => strictJson(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).toThrowError("not UTF-8");
    expect(() => strictJson(new Uint8Array([0x22, 0xc0, 0x80, 0x22]))).toThrowError("not UTF-8");
  });

  test("of a mebibyte is read in a moment", () => {
    const text = JSON.stringify(
      Array.from({ length: 20_000 }, (_, at) => ({ id: `${at}`, name: "\u00e9\n", n: at })),
    );
    const began = performance.now();
    expect(read(text)).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
