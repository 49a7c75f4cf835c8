import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDuck } from "./duck.ts";
import { duck } from "./fragment.ts";

const directory = mkdtempSync(join(tmpdir(), "quarterdeck-duck-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const long = duck`SELECT count(*) AS n FROM range(200000) AS a (n) CROSS JOIN range(200000) AS b (n) WHERE (a.n * b.n) % 7 = 3`;

test("closing breaks off the questions that nobody waits for any more, and none of them stays behind", async () => {
  const store = await openDuck(directory, 256);
  const asked = Promise.allSettled([store.rows(long), store.rows(long)]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await store.close();
  expect((await asked).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(store.rows(duck`SELECT 1 AS n`)).rejects.toThrow("being closed");
  const again = await openDuck(directory, 256);
  expect(await again.rows(duck`SELECT 1 AS n`)).toEqual([{ n: 1 }]);
  await again.close();
});
