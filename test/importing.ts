/** The way of an import for tests: opened, given files, planned, started, waited for. */

import { endOfRun } from "#crm";
import * as contract from "#crm/contract";
import type { Client } from "./client.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Opens an import and gives it files. Gives its id. */
export async function opened(
  client: Client,
  files: Files,
  options: contract.ImportOptionsIn = {},
  label = "test",
): Promise<string> {
  const { id } = await client.call(contract.createImport, { body: { label, options } });
  for (const [name, content] of Object.entries(files))
    await client.upload(contract.putImportFile, { params: { id, name } }, Buffer.from(content));
  return id;
}

/** An import that was planned and waits to be started. */
export async function planned(client: Client, files: Files, options: contract.ImportOptionsIn = {}) {
  const id = await opened(client, files, options);
  return { id, plan: await client.call(contract.planOfImport, { params: { id }, body: {} }) };
}

/** Starts an import, waits for its end, and gives how it stands. */
export async function run(client: Client, id: string): Promise<contract.ImportOut> {
  await client.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  return client.call(contract.getImport, { params: { id } });
}

/** An import from its files to its end. */
export async function imported(client: Client, files: Files, options: contract.ImportOptionsIn = {}) {
  const { id, plan } = await planned(client, files, options);
  return { id, plan, end: await run(client, id) };
}

/** What became of the rows of each file: "deals.csv opportunity 7: 3 0 1 3" (created, updated, unchanged, rejected). */
export const counts = ({ files }: contract.ImportOut): string[] =>
  files.map(
    (one) =>
      `${one.file} ${one.object} ${one.rows}: ${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );
