import { expect, test } from "vitest";
import { type Change, currenciesOf, fieldsOf, kindOf, labelOf } from "./change.ts";
import { intervalsOf } from "./interval.ts";

const at = (day: string) => Temporal.Instant.from(`${day}T00:00Z`);

test("no digit of an amount is lost", () => {
  const fields = fieldsOf(
    '{"amount_minor":[null,9007199254740993],"share":[null,0.500000],"ok":[true,false]}',
  );
  expect(fields).toEqual({
    amount_minor: [null, "9007199254740993"],
    share: [null, "0.500000"],
    ok: [true, false],
  });
});

test.each([
  ["owner_id", "Owner", "reference"],
  ["close_on", "Close date", "date"],
  ["amount_minor", "Amount", "amount"],
  ["next_step", "Next step", "text"],
  ["removed_at", "Removed", "instant"],
  ["custom.tier", "Customer tier", "text"],
])("the field %s is called %s and read as %s", (field, label, kind) => {
  expect(labelOf(field, new Map([["tier", "Customer tier"]]))).toBe(label);
  expect(kindOf(field)).toBe(kind);
});

test("amounts before a change of currency are in the currency before it", () => {
  const change = { fields: { currency: ["EUR", "USD"] } } as unknown as Change;
  expect(currenciesOf(change, "USD")).toEqual({ before: "EUR", after: "USD" });
  expect(currenciesOf({ fields: {} } as unknown as Change, "EUR")).toEqual({ before: "EUR", after: "EUR" });
});

test("a believed state holds until the next believed one, a superseded one has no end", () => {
  const version = (versionNo: bigint, day: string, superseded: boolean) => ({
    versionNo,
    validFrom: at(day),
    recordedAt: at("2026-06-01"),
    supersededAt: superseded ? at("2026-06-02") : null,
  });
  const versions = [
    version(3n, "2026-03-01", false),
    version(1n, "2026-01-01", false),
    version(2n, "2026-02-01", true),
  ];
  expect(intervalsOf(versions).map((one) => [one.versionNo, one.validTo?.toString() ?? null])).toEqual([
    [1n, "2026-03-01T00:00:00Z"],
    [2n, null],
    [3n, null],
  ]);
});
