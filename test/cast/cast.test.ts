import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Cast, castOf, composeCast, tellingDay } from "./index.ts";

function fingerprint(cast: Cast): string {
  const hash = createHash("sha256");
  const add = (value: unknown) =>
    hash.update(JSON.stringify(value, (_, v) => (typeof v === "bigint" ? `${v}` : v)));
  const { contacts, opportunities, ...rest } = cast;
  add(rest);
  for (const contact of contacts()) add(contact);
  for (const opportunity of opportunities()) add(opportunity);
  return hash.digest("hex");
}

const small = { seed: "harbor", size: 300, asOf: tellingDay };

describe("A cast follows from its seed, its size and its day", () => {
  test("the same three give the same company to the last character", () => {
    expect(fingerprint(composeCast(small))).toBe(fingerprint(composeCast(small)));
  });

  test("another seed gives another company, with the same people in the roles", () => {
    const other = composeCast({ ...small, seed: "lighthouse" });
    expect(fingerprint(other)).not.toBe(fingerprint(composeCast(small)));
    expect(other.people.vpSalesOperations.name).toBe("Priya Raghunathan");
  });

  test("its opportunities can be read twice and are the same", () => {
    const cast = composeCast(small);
    const ids = () => [...cast.opportunities()].map(({ record }) => record.id);
    expect(ids()).toEqual(ids());
  });

  test("no two records have the same id", () => {
    const cast = castOf();
    const ids = [
      ...[cast.everyone, cast.teams, cast.memberships, cast.reportingLines, cast.exchangeRates].flat(),
      ...[cast.customFields, cast.products, cast.pipelines, cast.stages, cast.accounts].flat(),
      ...[cast.targets, cast.costs, [...cast.contacts()]].flat(),
      ...[...cast.opportunities()].flatMap((o) => [
        o.record,
        ...o.lines,
        ...o.splits,
        ...o.stakeholders,
        ...o.activities,
      ]),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
  });

  test.each([1, 60, 5_000])("a cast of %i has as many opportunities", (size) => {
    expect([...composeCast({ ...small, size }).opportunities()]).toHaveLength(size);
  });

  test("a cast without opportunities is refused", () => {
    expect(() => composeCast({ ...small, size: 0 })).toThrow("1 or more opportunities, not 0");
  });

  test("accounts grow slower than opportunities, and every one has its own name and address", () => {
    const { accounts } = composeCast({ ...small, size: 40_000 });
    expect(accounts.length).toBeGreaterThan(5_000);
    expect(accounts.length).toBeLessThan(10_000);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ domain }) => domain)).size).toBe(accounts.length);
    expect(accounts.every(({ domain }) => domain.endsWith(".example"))).toBe(true);
  });

  test("a group stands before its subsidiaries, and is in the same kind of business", () => {
    const { accounts } = castOf();
    const at = new Map(accounts.map((account, index) => [account.id, index]));
    const children = accounts.filter(({ parentId }) => parentId !== null);
    expect(children.length).toBeGreaterThan(20);
    for (const child of children) {
      const parent = at.get(child.parentId ?? "") ?? Number.POSITIVE_INFINITY;
      expect(parent).toBeLessThan(at.get(child.id) ?? -1);
      expect(accounts[parent]?.industry).toBe(child.industry);
    }
  });
});
