import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListColumn } from "./column.ts";
import { aFilterAsksWhatItsColumnsKnow, type Condition, type Filter, type FilterTest } from "./filter.ts";
import { filterText, readFilter } from "./filter-text.ts";

const columns: ListColumn[] = [
  { id: "name", label: "Name", kind: "text", always: true },
  { id: "amount", label: "Amount", kind: "money" },
  { id: "closeOn", label: "Closes", kind: "day" },
  {
    id: "status",
    label: "Status",
    kind: "choice",
    always: true,
    options: [
      { value: "open", label: "Open" },
      { value: "won", label: "Won" },
    ],
  },
  { id: "owner", label: "Person", kind: "reference", leadsTo: "person" },
  { id: "account", label: "Account", kind: "reference", leadsTo: "account" },
  { id: "custom.trial", label: "Trial agreed", kind: "flag" },
];
const id = "018f3c2e-7b1a-7c3d-9e4f-0123456789ab";

describe("a filter as text", () => {
  test.each<[string, Filter]>([
    ["none", { join: "and", parts: [] }],
    [
      "and(status.one-of(open,won))",
      { join: "and", parts: [{ column: "status", test: "one-of", values: ["open", "won"] }] },
    ],
    [
      'and(amount.at-least(50000),or(name.contains("pilot, phase 2"),custom.trial.empty()))',
      {
        join: "and",
        parts: [
          { column: "amount", test: "at-least", values: ["50000"] },
          {
            join: "or",
            parts: [
              { column: "name", test: "contains", values: ["pilot, phase 2"] },
              { column: "custom.trial", test: "empty", values: [] },
            ],
          },
        ],
      },
    ],
  ])("reads and writes %s", (text, filter) => {
    expect(readFilter(text)).toEqual(filter);
    expect(filterText(filter)).toBe(text);
  });

  test("a single condition needs no brackets around it", () => {
    expect(filterText(readFilter("closeOn.in(this-quarter)"))).toBe("and(closeOn.in(this-quarter))");
  });

  test("what was written is read back, whatever its values hold", () => {
    const condition: fc.Arbitrary<Condition> = fc.record({
      column: fc.constantFrom("name", "custom.trial", "closeOn"),
      test: fc.constantFrom<FilterTest>("contains", "one-of", "is-not"),
      values: fc.array(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 4 }),
    });
    const { group } = fc.letrec<{ group: Filter; part: Filter }>((tie) => ({
      part: fc.oneof({ maxDepth: 3 }, condition, tie("group")),
      group: fc.record({
        join: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("part"), { minLength: 1, maxLength: 4 }),
      }),
    }));
    fc.assert(
      fc.property(group, (filter) => {
        expect(readFilter(filterText(filter))).toEqual(filter);
      }),
    );
  });

  test.each([
    ["status", "at “status” it needs a condition like amount.at-least(50000)"],
    ["and(status.one-of(open)", "at “its end” it needs a comma or a closing bracket"],
    ["status.one-of(open))", "at “)” it needs the end"],
    ["status.one-of(open,)", "at “)” it needs a value"],
    ["name.is('x')", "at “'x')” it needs a value"],
    ["name.is(x); drop table crm.account", "at “; drop table crm.acc” it needs the end"],
    [`${"and(".repeat(30)}`, "it needs fewer brackets within brackets"],
  ])("%s is refused, with the place", (text, reason) => {
    expect(() => readFilter(text)).toThrow(reason);
  });
});

test.each<[string, string | null]>([
  ["and(status.one-of(open),owner.one-of(me),closeOn.in(this-quarter,last-30d))", null],
  ["or(amount.between(1,2.5),account.contains(dock),custom.trial.is(true),closeOn.empty())", null],
  [`and(owner.none-of(${id}),closeOn.since(today-2w),name.ends(e))`, null],
  ["stage.one-of(x)", "There is no column “stage” in this list."],
  ["name.more(1)", "Name cannot be asked “more”; it knows contains, excludes, is, is-not, starts, ends."],
  ["name.empty()", "Name cannot be asked “empty”; it knows contains, excludes, is, is-not, starts, ends."],
  ["amount.at-least(1e3)", "“1e3” is not a plain number like 1234.5, which Amount asks for."],
  ["amount.between(1)", "“between” on Amount takes 2 values, not 1."],
  ["status.one-of()", "“one-of” on Status takes 1 to 200 values, not 0."],
  ["status.one-of(lost)", "“lost” is not one of open, won, which Status asks for."],
  ["account.one-of(me)", "“me” is not the id of a record, which Account asks for."],
  ["closeOn.before(soon)", "“soon” is not a day like 2026-03-31 or today-30d, which Closes asks for."],
  [
    "closeOn.before(2026-02-30)",
    "“2026-02-30” is not a day like 2026-03-31 or today-30d, which Closes asks for.",
  ],
  [
    "closeOn.since(0000-01-01)",
    "“0000-01-01” is not a day like 2026-03-31 or today-30d, which Closes asks for.",
  ],
  [
    "closeOn.in(this-decade)",
    "“this-decade” is not a period like this-quarter, last-30d or 2026-Q1, which Closes asks for.",
  ],
  ['name.is("a\\u0000b")', "“a\u0000b” is not text of 1 to 500 letters, which Name asks for."],
  ["custom.trial.is(yes)", "“yes” is not true or false, which Trial agreed asks for."],
  ["and(and(and(and(and(status.one-of(open))))))", "A filter has at most 4 levels of and/or."],
  [`and(${Array(61).fill("name.is(x)").join(",")})`, "A filter has at most 60 conditions."],
])("%s: %s", (text, reason) => {
  expect(aFilterAsksWhatItsColumnsKnow(readFilter(text), columns)).toBe(reason);
});
