import { expect, test } from "vitest";
import { keyFor } from "./FieldForm.tsx";

test.each([
  ["Segment", "segment"],
  ["Contract End Date", "contract_end_date"],
  ["  Prévision (m²) ", "prevision_m"],
  ["2nd owner", "nd_owner"],
  ["???", ""],
])("the label %s suggests the key %s", (label, key) => {
  expect(keyFor(label)).toBe(key);
});
