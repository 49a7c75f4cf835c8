/** Looking at the files of an import: once however often it is asked for, and only as long as it is wanted. */
import fs from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { systemClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { opened } from "../../../test/importing.ts";
import * as contract from "./contract.ts";
import { planRun } from "./opening-actions.ts";
import { folderOf } from "./reading/place.ts";
import { importRoutes } from "./routes.ts";

let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock: systemClock });
});
afterAll(() => desk.close());

const deals = (count: number) =>
  [
    "Deal ID,Stage,Amount,Created",
    ...Array.from({ length: count }, (_, at) => `L${at},Prospecting,${at},2026-01-05`),
  ].join("\n");
const plan = (id: string, options?: { currency: string }) =>
  planRun(desk.database.db, desk.workspaceId, id, folderOf(desk.services, id), options);

test("a page that is loaded again follows the look that goes on; other questions and other files begin a new one", async () => {
  const id = await opened(desk, { "deals.csv": deals(3) });
  const first = plan(id);
  expect(plan(id)).toBe(first);
  const other = plan(id, { currency: "EUR" });
  expect(other).not.toBe(first);
  expect([(await first).currency, (await other).currency]).toEqual(["USD", "EUR"]);
  const before = plan(id);
  const more = { params: { id, name: "more.csv" } };
  await desk.upload(contract.putImportFile, more, Buffer.from(deals(5)));
  const after = plan(id);
  expect(after).not.toBe(before);
  await before;
  expect((await after).files.map(({ file, rows }) => [file, rows])).toEqual([
    ["deals.csv", 3],
    ["more.csv", 5],
  ]);
  expect(plan(id)).not.toBe(after);
});

test("how far a look has come can be followed, and an import that is discarded meanwhile leaves nothing behind", async () => {
  const id = await opened(desk, { "deals.csv": deals(200_000) });
  const looked = desk.call(contract.planOfImport, { params: { id }, body: {} }).catch((no: unknown) => no);
  const standing = () => desk.call(contract.getImport, { params: { id } });
  let { looking } = await standing();
  while ((looking?.rows ?? 0) === 0) {
    await wait(5);
    ({ looking } = await standing());
  }
  expect(looking).toMatchObject({ file: "deals.csv", files: 1, filesDone: 0 });
  await desk.call(contract.cancelImport, { params: { id } });
  const refused = await looked;
  expect(refused instanceof CallRefused && refused.problem.detail).toBe(
    "This import was discarded while its files were looked at.",
  );
  expect((await standing()).state).toBe("cancelled");
  expect(fs.existsSync(folderOf(desk.services, id))).toBe(false);
});
