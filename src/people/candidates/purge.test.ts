import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HiringDesk, openHiringDesk, refused, scored } from "../../../test/hiring.ts";
import * as contract from "./contract.ts";

let house: HiringDesk;
beforeAll(async () => {
  house = await openHiringDesk();
});
afterAll(() => house.leave());

describe("removing what is personal", () => {
  const canary = "Wilhelmina-Canary-8431";

  /** Tables that hold a text anywhere, in any column of any type. */
  async function tablesWith(text: string): Promise<string[]> {
    const { db } = house.desk.database;
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      db,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.raw(name)} as t where strpos(t::text, ${text}) > 0`.execute(db);
      if (rows[0]?.n !== 0) found.push(name);
    }
    expect(tables.rows.length).toBeGreaterThan(30);
    return found.toSorted();
  }

  test("leaves no word of it in any table, history and kept answers included, and a stub with counts", async () => {
    const { desk, daniel, priya, add, fill, handIn, see, decide, purge } = house;
    const id = await add({ name: canary, email: `${canary}@quist.example`, notes: `${canary} by referral` });
    const change = { name: `${canary} II`, notes: `${canary} called back` };
    await desk.call(contract.changeCandidate, { params: { id }, ifMatch: 1, body: change });
    await fill(daniel, id, scored(3, `${canary} rebuilt it`));
    await handIn(daniel, id);
    await fill(priya, id, scored(1, `${canary} in a draft`));
    await decide(priya, id, `${canary} was best`);
    expect(await tablesWith(canary)).toEqual(["people.candidate_words", "people.score"]);
    await purge(priya, id);
    expect(await tablesWith(canary)).toEqual([]);
    const left = await see(desk, id);
    expect(left).toMatchObject({
      ...{ name: null, email: null, notes: null, stage: "removed", outcome: "offer", agreement: null },
      removed: { at: "2026-03-10T15:00:00Z", by: "Priya", sheets: 2, scores: 2 },
      decisions: [{ reason: null, decidedBy: "Priya" }],
    });
    expect(left.sheets.map(({ scores }) => scores)).toEqual([null, null]);
  });

  test("is done once, as of a version, and nothing can be said of the candidate afterwards", async () => {
    const { desk, daniel, add, fill, see, close, decide, purge } = house;
    const id = await add();
    await expect(desk.call(contract.purgeCandidate, { params: { id }, ifMatch: 7 })).rejects.toMatchObject(
      refused(412),
    );
    await purge(desk, id);
    const { version } = await see(desk, id);
    const again = { params: { id }, ifMatch: version };
    for (const late of [
      () => desk.call(contract.purgeCandidate, again),
      () => desk.call(contract.changeCandidate, { ...again, body: { name: "Ada" } }),
      () => fill(daniel, id, scored(1, "Late")),
      () => close(desk, id),
      () => decide(desk, id, "Late"),
    ])
      await expect(late()).rejects.toMatchObject(
        refused(422, { detail: expect.stringContaining("was removed") }),
      );
  });
});
