import { describe, expect, test } from "vitest";
import { z } from "zod";
import { strict } from "./strict-schema.ts";

const inner = z.object({ a: z.string() });
const extra = { a: "x", b: 1 };
interface Tree {
  name: string;
  parts?: Tree[] | undefined;
}
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: z.string(), parts: z.array(tree).optional() }));

const inside: readonly [string, z.ZodType, unknown, unknown][] = [
  ["an object", inner, { a: "x" }, extra],
  ["an object in an object", z.object({ o: inner }), { o: { a: "x" } }, { o: extra }],
  ["a list", z.array(inner), [{ a: "x" }], [extra]],
  ["an optional object", z.object({ o: inner.optional() }), {}, { o: extra }],
  ["an object that may be null", inner.nullable(), null, extra],
  ["an object with a default", z.object({ o: inner.default({ a: "y" }) }), {}, { o: extra }],
  ["a choice", z.union([inner, z.number()]), 7, extra],
  [
    "a choice by kind",
    z.discriminatedUnion("k", [z.object({ k: z.literal("a") }), z.object({ k: z.literal("b") })]),
    { k: "b" },
    { k: "b", x: 1 },
  ],
  ["a record of objects", z.record(z.string(), inner), { k: { a: "x" } }, { k: extra }],
  ["a tuple", z.tuple([inner]), [{ a: "x" }], [extra]],
  ["an object with a rule of its own", inner.refine(({ a }) => a !== "bad"), { a: "x" }, extra],
  ["an object that is transformed", inner.transform(({ a }) => a.length), { a: "x" }, extra],
  ["an object that is prepared first", z.preprocess((given) => given, inner), { a: "x" }, extra],
  ["an object that is read-only", inner.readonly(), { a: "x" }, extra],
  ["a part of an object", z.object({ p: inner.partial() }), { p: {} }, { p: { b: 1 } }],
  ["a tree", tree, { name: "x", parts: [{ name: "y" }] }, { name: "x", parts: [{ name: "y", z: 1 }] }],
];

describe("strict input", () => {
  test.each(inside)("refuses unknown keys in %s and keeps what it knows", (_, schema, good, bad) => {
    const tight = strict(schema, { coercion: false });
    expect(schema.safeParse(bad).success).toBe(true);
    expect(tight.safeParse(good)).toEqual(schema.safeParse(good));
    expect(tight.safeParse(bad).success).toBe(false);
  });

  test("keeps the rules that were added to an object", () => {
    const tight = strict(
      inner.refine(({ a }) => a !== "bad", "Not this one."),
      { coercion: false },
    );
    expect(tight.safeParse({ a: "bad" }).error?.issues[0]?.message).toBe("Not this one.");
  });

  test("leaves an object open whose author said so", () => {
    expect(strict(z.looseObject({ a: z.string() }), { coercion: false }).safeParse(extra).success).toBe(true);
  });

  test("does not let a body convert values, and lets a query", () => {
    const schema = z.object({ list: z.array(z.coerce.number()) });
    expect(() => strict(schema, { coercion: false })).toThrowError("z.coerce.number");
    expect(strict(schema, { coercion: true }).parse({ list: ["7"] })).toEqual({ list: [7] });
  });
});
