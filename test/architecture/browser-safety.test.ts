import { expect, test } from "vitest";
import { screensStayInTheBrowser, serverNeverImportsScreens } from "./browser-safety.ts";
import { planted } from "./source.ts";

const screen = "src/crm/accounts/screens/AccountPage.tsx";

test.each([
  ["a screen and a store", screen, `import { find } from "../store.ts";`, "store belong to the server."],
  [
    "a screen and actions",
    screen,
    `import { add } from "../account-actions.ts";`,
    "actions belong to the server.",
  ],
  ["a screen and routes", screen, `import { routes } from "../routes.ts";`, "routes belong to the server."],
  ["a screen and a server door", screen, `import { a } from "#people";`, "that is the server's door"],
  [
    "a screen and its own server door",
    screen,
    `import { a } from "../../index.ts";`,
    "that is the server's door",
  ],
  [
    "a screen and the platform",
    screen,
    `import { bind } from "#base/platform";`,
    "the platform does not run in a browser.",
  ],
  ["a screen and node", screen, `import fs from "node:fs";`, "it does not run in a browser."],
  [
    "the shared interface and Kysely",
    "src/base/ui/words.ts",
    `import { sql } from "kysely";`,
    "it does not run in a browser.",
  ],
  [
    "a contract and the platform",
    "src/crm/accounts/contract.ts",
    `import type { Db } from "#base/platform";`,
    "the platform does not run",
  ],
  [
    "a contract and node",
    "src/base/contract.ts",
    `import { createHash } from "node:crypto";`,
    "it does not run in a browser.",
  ],
  [
    "a contract and a store",
    "src/crm/contract.ts",
    `export * from "./accounts/store.ts";`,
    "store belong to the server.",
  ],
  [
    "the web app and the server",
    "src/app/web/router.tsx",
    `import Fastify from "fastify";`,
    "it does not run in a browser.",
  ],
])("%s: it is caught", (_, path, text, problem) => {
  expect(screensStayInTheBrowser(planted({ [path]: text }))).toEqual([expect.stringContaining(problem)]);
});

test("a detour over an innocent file and a door is caught where it goes wrong", () => {
  const sources = planted({
    [screen]: `import { a } from "../account.ts";`,
    "src/crm/accounts/account.ts": `import { b } from "#people/contract";`,
    "src/people/contract.ts": `export { b } from "./organization/person.ts";`,
    "src/people/organization/person.ts": `import { c } from "node:os";`,
  });
  expect(screensStayInTheBrowser(sources)).toEqual([
    expect.stringMatching(
      /^src\/people\/organization\/person\.ts:1 imports node:os: it does not run in a browser\./,
    ),
  ]);
});

test("screens with contracts, nouns and the shared interface are right", () => {
  const sources = planted({
    [screen]: `import { a } from "../contract.ts"; import { b } from "../account.ts"; import { c } from "#base/ui"; import { useState } from "react";`,
    "src/crm/accounts/contract.ts": `import { z } from "zod"; import { endpoint } from "#base/contract";`,
    "src/crm/accounts/routes.ts": `import { bind } from "#base/platform";`,
    "src/base/ui/dimensions.tsx": `import { Box } from "@mantine/core";`,
    "src/base/ui/index.ts": `export { a } from "./dimensions.tsx";`,
  });
  expect(screensStayInTheBrowser(sources)).toEqual([]);
});

test("a screen in what the server loads is caught", () => {
  const sources = planted({
    "src/crm/index.ts": `export { AccountPage } from "./accounts/screens/AccountPage.tsx";`,
    "src/crm/accounts/routes.ts": `import { theme } from "#base/ui"; import { pages } from "#people/screens";`,
    [screen]: `import { Field } from "./Field.tsx";`,
  });
  expect(serverNeverImportsScreens(sources)).toEqual([
    "src/crm/index.ts:1 imports ./accounts/screens/AccountPage.tsx: only screens import screens.",
    "src/crm/accounts/routes.ts:1 imports #base/ui: only screens import screens.",
    "src/crm/accounts/routes.ts:1 imports #people/screens: only screens import screens.",
  ]);
});
