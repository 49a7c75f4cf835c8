import { expect, test } from "vitest";
import { bytesText } from "./bytes-text.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [740_000, "740 KB"],
  [12_340_000, "12.3 MB"],
  [12_000_000, "12 MB"],
  [1_400_000_000, "1.4 GB"],
])("%d bytes are written %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
