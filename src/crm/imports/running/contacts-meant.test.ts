import { expect, test } from "vitest";
import type { ReadRow } from "../mapping/row.ts";
import { writtenContacts } from "./contacts-meant.ts";

const row = (fields: Record<string, string>): ReadRow => ({
  line: 1,
  key: "1",
  fingerprint: "",
  fields: new Map(Object.entries(fields)),
  stageDates: [],
  custom: {},
});

test.each([
  ["nothing", {}, []],
  ["ids between semicolons", { contacts: "12; 34" }, ["12", "34"]],
  ["ids between commas", { contacts: "12,34" }, ["12", "34"]],
  ["a name with a comma", { contacts: "Low, Ada" }, ["Low, Ada"]],
  ["names with addresses", { contacts: "Ada Low (ada@x.com);Bo" }, ["Ada Low ada@x.com", "Bo"]],
  ["a bare address", { primaryContact: "ada@x.com" }, ["ada@x.com ada@x.com *"]],
  ["the primary one among the others", { primaryContact: "12", contacts: "12;34" }, ["12 *", "34"]],
] as const)("contacts written as %s", (_, fields, expected) => {
  const found = writtenContacts(row(fields as Record<string, string>));
  expect(
    found.map(({ key, email, primary }) => [key, email, primary ? "*" : null].filter(Boolean).join(" ")),
  ).toEqual(expected);
});
