import { expect, test } from "vitest";
import { personText } from "./person-text.ts";

test.each([
  ["Ada Low", "Ada Low", null],
  ["Low, Ada", "Ada Low", null],
  ["O'Neil, Mary-Ann", "Mary-Ann O'Neil", null],
  ["ada@x.com", "ada@x.com", "ada@x.com"],
  ["Ada Low <ada@x.com>", "Ada Low", "ada@x.com"],
  ["Low, Ada (ada@x.com)", "Ada Low", "ada@x.com"],
  ["<ada@x.com>", "ada@x.com", "ada@x.com"],
  ["Sales, Inc.", "Sales, Inc.", null],
  ["Low, Ada, Bo", "Low, Ada, Bo", null],
  ["Team 3, East", "Team 3, East", null],
])("“%s” is %s with the address %s", (text, name, email) => {
  expect(personText(text)).toEqual({ name, email });
});
