import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { castOf, type RoleKey, roleCast } from "./index.ts";

const page = fs.readFileSync(
  fileURLToPath(new URL("../../docs/concepts/sample-company.md", import.meta.url)),
  "utf8",
);

test("the page about the sample company names everybody who plays a role", () => {
  const keys = Object.keys(roleCast) as RoleKey[];
  expect(keys.filter((key) => !page.includes(roleCast[key].name))).toEqual([]);
});

test("the figures on the page are those of the cast", () => {
  const cast = castOf();
  const opportunities = [...cast.opportunities()];
  const count = (n: number) => n.toLocaleString("en-US");
  const all = <T>(pick: (o: (typeof opportunities)[number]) => readonly T[]) =>
    opportunities.flatMap(pick).length;
  expect(page).toContain(
    `${cast.everyone.length} people, ${count(cast.accounts.length)} accounts, ${count([...cast.contacts()].length)} contacts, ` +
      `${count(all((o) => o.states))} states of opportunities, ${count(all((o) => o.activities))} activities. ` +
      `${opportunities.filter(({ record }) => record.status === "open").length} opportunities are open.`,
  );
});
