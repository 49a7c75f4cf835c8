import { expect, test } from "vitest";
import { Refusal, refuse } from "./refusal.ts";

test("a refusal says what happened, what to do, and which fields are at fault", () => {
  const fields = [{ field: "closeOn", message: "is before the day of creation" }];
  try {
    refuse("invalid", "The opportunity closes before it was created.", {
      fix: "Choose a later day.",
      fields,
    });
  } catch (problem) {
    expect(problem).toBeInstanceOf(Refusal);
    expect(problem).toMatchObject({
      kind: "invalid",
      message: "The opportunity closes before it was created.",
      fix: "Choose a later day.",
      fields,
    });
  }
  expect.assertions(2);
});

test("a refusal without more to say has no fix and no fields", () => {
  expect(new Refusal("denied", "No.")).toMatchObject({ kind: "denied", fix: "", fields: [] });
});
