/** Packed files that were cut off or changed at any place: refused in words, or read, and never an error of the program. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { createGunzip, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOf, workbookOf, zipOf } from "../../../../test/corpus/packing.ts";
import { keepFile } from "./place.ts";
import { takeFile } from "./unpack.ts";
import { chained } from "./zip-archive.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quarterdeck-damaged-"));
});
afterAll(() => rm(folder, { recursive: true }));

const table = `id,name\n${Array.from({ length: 40 }, (_, at) => `${at},name ${(at * 7919) % 1000}`).join("\n")}\n`;
const sheet = rowsOf([
  ["id", "name"],
  ["1", "a"],
]);
const packs = {
  "deals.csv.gz": gzipSync(table),
  "deals.zip": zipOf([{ name: "deals.csv", bytes: table }]),
  "stored.zip": zipOf([{ name: "deals.csv", bytes: table, stored: true }]),
  "twice.zip": zipOf([{ name: "deals.csv.gz", bytes: gzipSync(table) }]),
  "deals.xlsx": workbookOf([{ name: "S", rows: sheet }]),
};

/** Why a file was refused; null when something of it was kept. Throws what is no refusal. */
const reasonFor = async (name: string, bytes: Uint8Array) =>
  (await takeFile(folder, name, Readable.from([bytes]))).reason;

test.each(Object.entries(packs))("%s is refused in words wherever it is cut off", async (name, whole) => {
  expect(await reasonFor(name, whole)).toBeNull();
  const step = Math.ceil(whole.length / 150);
  for (let length = 20; length < whole.length; length += step)
    expect(await reasonFor(name, whole.subarray(0, length)), `cut to ${length} bytes`).toMatch(
      /damaged|cut off|not text|password|packed/,
    );
});

test.each(Object.entries(packs))("%s does no harm whichever of its bytes is changed", async (name, whole) => {
  const step = Math.ceil(whole.length / 200);
  for (let at = 0; at < whole.length; at += step) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    const reason = await reasonFor(name, changed);
    if (reason !== null) expect(reason, `byte ${at}`).toMatch(/\w+ .*\.$/);
  }
});

test("what breaks before anybody reads it is told to who reads it, and ends nothing else", async () => {
  const cut = packs["deals.csv.gz"].subarray(0, 60);
  const stream = chained(Readable.from([cut]), "deals.csv.gz", [createGunzip(), new PassThrough()]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(keepFile(folder, "cut.csv", stream)).rejects.toThrow(
    "deals.csv.gz is damaged or was cut off: it cannot be unpacked.",
  );
});
