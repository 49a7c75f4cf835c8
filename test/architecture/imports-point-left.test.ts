import { expect, test } from "vitest";
import { nothingImportsInACircle } from "./circles.ts";
import { importsPointLeft, onlyDoorsAreOpen } from "./imports-point-left.ts";
import { planted } from "./source.ts";

test.each([
  [
    "to the right",
    "src/crm/accounts/actions.ts",
    `import { target } from "#plan";`,
    "plan stands to the right of crm.",
  ],
  [
    "to the right, of a type",
    "src/people/access/seat.ts",
    `import type { A } from "#crm/contract";`,
    "crm stands to the right of people.",
  ],
  [
    "to the right, later",
    "src/crm/accounts/actions.ts",
    `const a = await import("#run");`,
    "run stands to the right of crm.",
  ],
  [
    "to the right, in passing on",
    "src/crm/index.ts",
    `export * from "#analytics";`,
    "analytics stands to the right of crm.",
  ],
  [
    "to the right, in a type",
    "src/crm/x/y.ts",
    `type A = import("#pay").A;`,
    "pay stands to the right of crm.",
  ],
  [
    "past the doors",
    "src/run/pipeline/actions.ts",
    `import { a } from "../../crm/accounts/account.ts";`,
    "crm can be entered only through its doors.",
  ],
  [
    "a worker of another",
    "src/run/pipeline/actions.ts",
    `new Worker(new URL("../../crm/accounts/work.ts", import.meta.url));`,
    "crm can be entered only through its doors.",
  ],
  [
    "into the app",
    "src/run/index.ts",
    `import { serve } from "../app/server.ts";`,
    "app can be entered only through its doors.",
  ],
  ["no door", "src/run/index.ts", `import { a } from "#crm/accounts";`, "there is no such door."],
  [
    "its own door",
    "src/crm/accounts/actions.ts",
    `import { a } from "#crm";`,
    "inside a capability, imports are relative.",
  ],
  ["an unknown capability", "src/sales/x/y.ts", `import { a } from "#crm";`, "there is no such door."],
  [
    "the kernel from the left of base",
    "src/base/kernel/money.ts",
    `import { db } from "#base/platform";`,
    "in base, platform stands to the right of kernel.",
  ],
  [
    "the platform from the interface",
    "src/base/ui/Page.tsx",
    `import { db } from "../platform/index.ts";`,
    "the interface runs in a browser, the platform does not.",
  ],
  [
    "past the kernel's door",
    "src/base/platform/db/x.ts",
    `import { a } from "../../kernel/money.ts";`,
    "base/kernel can be entered only through its door.",
  ],
  [
    "test code",
    "src/crm/accounts/actions.ts",
    `import { a } from "../../../test/database.ts";`,
    "it lies outside of src/.",
  ],
  [
    "the sample company",
    "src/crm/accounts/actions.ts",
    `import { a } from "#test/cast";`,
    "only app and tests use the sample company.",
  ],
  [
    "past the doors, from a test",
    "test/known/pipeline.test.ts",
    `import { a } from "../../src/crm/accounts/store.ts";`,
    "from outside src/, only doors lead in.",
  ],
])("%s: it is caught", (_, path, text, problem) => {
  const found = importsPointLeft(planted({ [path]: `// first line\n${text}` }));
  expect(found).toEqual([expect.stringContaining(`${path}:2 imports `)]);
  expect(found[0]).toContain(problem);
});

test.each([
  [
    "to the left through a door",
    "src/run/pipeline/actions.ts",
    `import { a } from "#crm"; import { b } from "#base/kernel";`,
  ],
  ["within a capability", "src/crm/accounts/actions.ts", `import { a } from "../opportunities/stage.ts";`],
  ["a package", "src/crm/accounts/contract.ts", `import { z } from "zod"; import fs from "node:fs";`],
  [
    "test code from a test",
    "src/crm/accounts/accounts.test.ts",
    `import { a } from "../../../test/database.ts";`,
  ],
  [
    "row types from the platform",
    "src/base/platform/db/x.ts",
    `import type { T } from "../../../../db/types/index.ts";`,
  ],
  [
    "everything from the app",
    "src/app/server.ts",
    `import { a } from "#improve"; import { b } from "#test/cast";`,
  ],
  [
    "the app from a journey",
    "test/journeys/a.test.ts",
    `import { serve } from "../../src/app/server.ts"; import { a } from "#crm";`,
  ],
])("%s: it is right", (_, path, text) => {
  expect(importsPointLeft(planted({ [path]: text }))).toEqual([]);
});

test("a way in that is not a door, a door to another file and a door to nothing are caught", () => {
  const imports = {
    "#crm/accounts": "./src/crm/accounts/actions.ts",
    "#crm": "./src/crm/accounts/index.ts",
    "#plan": "./src/plan/index.ts",
    "#base/kernel": "./src/base/kernel/index.ts",
  };
  expect(onlyDoorsAreOpen({ imports }, planted({ "src/base/kernel/index.ts": "" }))).toEqual([
    "package.json opens #crm/accounts, which is not a door.",
    "package.json leads #crm to ./src/crm/accounts/index.ts, not to src/crm/index.ts.",
    "package.json opens #plan, but there is no src/plan/index.ts.",
  ]);
});

test("a circle of imports is caught, over doors too, but types make none", () => {
  const circle = planted({
    "src/crm/index.ts": `export { a } from "./accounts/actions.ts";`,
    "src/crm/accounts/actions.ts": `import { b } from "#plan"; import type { c } from "../index.ts";`,
    "src/plan/index.ts": `import { a } from "#crm";`,
  });
  expect(nothingImportsInACircle(circle)).toEqual([
    "A circle of imports: src/crm/index.ts → src/crm/accounts/actions.ts → src/plan/index.ts → src/crm/index.ts",
  ]);
  expect(nothingImportsInACircle(circle.slice(0, 2))).toEqual([]);
});

test("a file that cannot be read is no file without imports", () => {
  expect(() => importsPointLeft(planted({ "src/crm/x.ts": "import { from" }))).toThrow(
    "src/crm/x.ts cannot be read",
  );
});
