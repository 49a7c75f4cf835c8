import { expect, test } from "vitest";
import { shortened } from "./Axis.tsx";

test.each([
  ["a name that fits", "Atlantic", 100, "Atlantic"],
  ["a long name", "A region with quite a long name", 100, "A region with…"],
  ["hardly any room", "Atlantic", 4, "A…"],
])("%s is cut so that what stands beside it is free", (_, name, width, drawn) => {
  expect(shortened(name, width)).toBe(drawn);
});
