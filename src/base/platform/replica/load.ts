/** Brings rows from the record into the replica: whole tables in chunks, or the rows of touched keys. */
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import type { Db } from "../db/index.ts";
import type { Duck } from "./duck.ts";
import { linesOf, type ReplicatedTable, takeFile } from "./table.ts";

const keysPerChunk = 10_000;

/** Writes the whole table to a staged file and gives its path. */
export async function stageWhole(
  db: Db,
  duck: Duck,
  workspaceId: string,
  table: ReplicatedTable,
): Promise<string> {
  const file = stagedFile(duck, table);
  writeFileSync(file, "");
  if (!table.chunkBy) {
    appendFileSync(file, await lines(db, linesOf(table, "true"), [workspaceId]));
    return file;
  }
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const bound = await lastKeyOfChunk(db, table.chunkBy, workspaceId, after);
    if (bound === null) {
      // Rows can outlive the record that they hang on: the history of what was deleted lies beyond the last id, too.
      appendFileSync(
        file,
        await lines(db, linesOf(table, `${table.keyExpression} > $2`), [workspaceId, after]),
      );
      return file;
    }
    const condition = `${table.keyExpression} > $2 and ${table.keyExpression} <= $3`;
    appendFileSync(file, await lines(db, linesOf(table, condition), [workspaceId, after, bound]));
    after = bound;
  }
}

/** Writes the rows of the touched keys to a staged file and gives its path. */
export async function stageKeys(
  db: Db,
  duck: Duck,
  workspaceId: string,
  table: ReplicatedTable,
  keys: readonly string[],
): Promise<string> {
  const file = stagedFile(duck, table);
  writeFileSync(
    file,
    await lines(db, linesOf(table, `${table.keyExpression} = any($2::uuid[])`), [workspaceId, keys]),
  );
  return file;
}

/** Replaces the rows of the keys (or of the whole table) by what the staged file says, then drops the file. */
export async function takeStaged(
  run: (sql: string) => Promise<void>,
  table: ReplicatedTable,
  file: string,
  keys: readonly string[] | "whole",
): Promise<void> {
  if (keys === "whole") await run(`DELETE FROM ${table.name}`);
  else
    await run(
      `DELETE FROM ${table.name} WHERE ${table.key} IN (${keys.map((key) => `'${key}'`).join(", ")})`,
    );
  await run(takeFile(table, file));
  rmSync(file, { force: true });
}

async function lines(db: Db, text: string, values: readonly unknown[]): Promise<string> {
  const result = await db.executeQuery(CompiledQuery.raw(text, [...values]));
  return (result.rows[0] as { lines: string }).lines;
}

async function lastKeyOfChunk(
  db: Db,
  source: string,
  workspaceId: string,
  after: string,
): Promise<string | null> {
  const text = `select max(id::text) as bound from (select id from ${source} where workspace_id = $1 and id > $2
    order by id limit ${keysPerChunk}) as chunk`;
  const result = await db.executeQuery(CompiledQuery.raw(text, [workspaceId, after]));
  return (result.rows[0] as { bound: string | null }).bound;
}

let staged = 0;
function stagedFile(duck: Duck, table: ReplicatedTable): string {
  staged += 1;
  return join(duck.staging, `${table.name}-${process.pid}-${staged}.csv`);
}
