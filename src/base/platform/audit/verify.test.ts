import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import type { Database, Db } from "../db/index.ts";
import { readAuditChain } from "./audit-store.ts";
import { auditHash, auditText } from "./event.ts";
import {
  chain,
  clock,
  entry,
  pastTheTriggers,
  refitHead,
  rehash,
  setOn,
  writeEvents,
} from "./trial.fixture.ts";
import { verifyAuditChain } from "./verify.ts";

let database: Database;
beforeEach(async () => {
  database = await freshDatabase(clock);
});
afterEach(() => database.close());

test("a chain that nobody touched is whole, and its head is the hash of its last event", async () => {
  expect(await verifyAuditChain(database.db, chain)).toEqual({
    ...{ events: 0n, head: null, broken: null, keptEventNo: null },
  });
  await writeEvents(database.db, 6);
  const events = await readAuditChain(database.db, chain, { after: 0n, limit: 10 });
  expect(events.map(({ eventNo }) => eventNo)).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
  expect(events[0]?.previousHash).toBe("0".repeat(64));
  expect(await verifyAuditChain(database.db, chain, events[2]?.hash)).toEqual({
    ...{ events: 6n, head: events[5]?.hash, broken: null, keptEventNo: 3n },
  });
});

test("database and program take the hash of one text, whatever an event says", async () => {
  const word = fc.option(
    fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replaceAll("\0", "")),
  );
  await fc.assert(
    fc.asyncProperty(
      word,
      word,
      fc.dictionary(fc.string({ maxLength: 5 }), fc.integer(), { maxKeys: 3 }),
      async (noun, endpoint, detail) => {
        const kept = Object.fromEntries(Object.entries(detail).filter(([key]) => !key.includes("\0")));
        await writeEvents(database.db, 1, { endpoint, address: noun, keyId: null, detail: kept });
      },
    ),
    { numRuns: 60 },
  );
  const events = await readAuditChain(database.db, chain, { after: 0n, limit: 100 });
  const { rows } = await sql<{ text: string }>`select base.audit_text(e) as text from base.audit_event e
    where workspace_id = ${chain} order by event_no`.execute(database.db);
  expect(rows.length).toBe(60);
  expect(events.map(auditText)).toEqual(rows.map(({ text }) => text));
  expect(events.map(auditHash)).toEqual(events.map(({ hash }) => hash));
});

const text = (value: string) => sql`${value}`;
const other = sql`'01890000-0000-7000-8000-0000000000ff'::uuid`;
const fields: [string, RawBuilder<unknown>][] = [
  ["happened_at", sql`happened_at + interval '1 microsecond'`],
  ["recorded_at", sql`recorded_at - interval '1 second'`],
  ["actor", text("Somebody else")],
  ["person_id", other],
  ["person_id", sql`null`],
  ["access_role", text("rep")],
  ["key_id", sql`null`],
  ["source", text("key")],
  ["address", text("10.0.0.1")],
  ["request_id", other],
  ["kind", text("key ended")],
  ["endpoint", text("")],
  ["subject_noun", text("people.seat")],
  ["subject_id", sql`null`],
  ["outcome", text("refused")],
  ["detail", sql`'{"times": 3, "fields": ["name"]}'::jsonb`],
  ["format", sql`2`],
  ["previous_hash", text("1".repeat(64))],
  ["hash", text("1".repeat(64))],
];

describe("tampering past the triggers is found", () => {
  beforeEach(() => writeEvents(database.db, 8));
  const brokenAfter = async (work: (trx: Db) => Promise<void>) => {
    await pastTheTriggers(database.db, work);
    const { broken } = await verifyAuditChain(database.db, chain);
    return broken && [broken.how, Number(broken.eventNo)];
  };

  test.each(fields)("when %s of an event is changed", async (column, value) => {
    expect(await brokenAfter(setOn(5, column, value))).toEqual(["changed", 5]);
  });

  const remove =
    (...numbers: number[]) =>
    async (trx: Db) => {
      await sql`delete from base.audit_event where event_no = any(${numbers}::bigint[])`.execute(trx);
    };
  const swap = async (trx: Db) => {
    for (const [from, to] of [
      [3, 99],
      [6, 3],
      [99, 6],
    ])
      await sql`update base.audit_event set event_no = ${to} where event_no = ${from}`.execute(trx);
  };
  const acts: [string, (trx: Db) => Promise<void>, [string, number]][] = [
    ["the first event is deleted", remove(1), ["missing", 1]],
    ["one in the middle is deleted", remove(4), ["missing", 4]],
    ["several are deleted", remove(4, 5, 6), ["missing", 4]],
    ["the last is deleted", remove(8), ["missing", 8]],
    ["all are deleted", remove(1, 2, 3, 4, 5, 6, 7, 8), ["missing", 1]],
    ["two are swapped", swap, ["changed", 3]],
    [
      "two are swapped and given hashes that fit",
      async (trx) => {
        await swap(trx);
        await rehash(trx, 3, 6);
      },
      ["out of order", 7],
    ],
    [
      "one is changed and given a hash that fits",
      async (trx) => {
        await setOn(5, "actor", text("Somebody else"))(trx);
        await rehash(trx, 5, 5);
      },
      ["out of order", 6],
    ],
    [
      "one is changed and all that follow are given hashes that fit",
      async (trx) => {
        await setOn(5, "actor", text("Somebody else"))(trx);
        await rehash(trx, 5);
      },
      ["changed", 8],
    ],
    [
      "one is moved to another chain",
      async (trx) => {
        await setOn(8, "workspace_id", other)(trx);
      },
      ["missing", 8],
    ],
    [
      "one is put in before the first",
      async (trx) => {
        await sql`insert into base.audit_event (workspace_id, event_no, actor, source, kind, outcome)
          values (${chain}, 0, 'x', 'app', 'export', 'done')`.execute(trx);
      },
      ["changed", 0],
    ],
    [
      "one is put in behind the end",
      async (trx) => {
        await sql`insert into base.audit_event (workspace_id, event_no, actor, source, kind, outcome)
          values (${chain}, 9, 'x', 'app', 'export', 'done')`.execute(trx);
      },
      ["out of order", 9],
    ],
    [
      "the note of the end is changed",
      async (trx) => void (await sql`update base.audit_head set hash = ${"1".repeat(64)}`.execute(trx)),
      ["changed", 8],
    ],
    [
      "the note of the end is deleted",
      async (trx) => void (await sql`delete from base.audit_head`.execute(trx)),
      ["out of order", 1],
    ],
  ];
  test.each(acts)("when %s", async (_, act, expected) => {
    expect(await brokenAfter(act)).toEqual(expected);
  });

  test("when the end is cut off with its note, or all is written anew, by a head that was kept elsewhere", async () => {
    const { head } = await verifyAuditChain(database.db, chain);
    await pastTheTriggers(database.db, async (trx) => {
      await remove(7, 8)(trx);
      await refitHead(trx);
    });
    expect((await verifyAuditChain(database.db, chain)).broken).toBe(null);
    const cut = await verifyAuditChain(database.db, chain, head);
    expect(cut.broken).toMatchObject({ how: "missing", eventNo: 6n });

    const shorter = (await verifyAuditChain(database.db, chain)).head;
    await pastTheTriggers(database.db, async (trx) => {
      await setOn(2, "actor", text("Nobody"))(trx);
      await rehash(trx, 2);
      await refitHead(trx);
    });
    expect((await verifyAuditChain(database.db, chain)).broken).toBe(null);
    expect((await verifyAuditChain(database.db, chain, shorter)).broken).toMatchObject({ how: "missing" });
  });
});

describe("the log can only be added to", () => {
  beforeEach(() => writeEvents(database.db, 2));
  test.each([
    ["an event changed", sql`update base.audit_event set actor = 'x'`],
    ["an event deleted", sql`delete from base.audit_event`],
    ["the log emptied", sql`truncate base.audit_event`],
    ["the end moved", sql`update base.audit_head set event_no = 1`],
    ["an end forged", sql`insert into base.audit_head values (${chain}, 1, 'x')`],
    ["the end deleted", sql`delete from base.audit_head`],
    ["the ends emptied", sql`truncate base.audit_head`],
  ])("%s by a statement is refused, also in a session that replays", async (_, statement) => {
    for (const role of ["origin", "replica"])
      await database.db.connection().execute(async (session) => {
        // Where the account may not even say that it replays, there is nothing more to try.
        const may = await sql
          .raw(`set session_replication_role = ${role}`)
          .execute(session)
          .then(
            () => true,
            () => false,
          );
        if (!may) return;
        await expect(statement.execute(session)).rejects.toMatchObject({ code: "P0001" });
        await sql`reset session_replication_role`.execute(session);
      });
    expect((await verifyAuditChain(database.db, chain)).broken).toBe(null);
  });

  test("an event written by hand takes its place in the chain and says so", async () => {
    await sql`insert into base.audit_event (workspace_id, event_no, kind, outcome, hash)
      values (${chain}, 77, 'export', 'done', 'x')`.execute(database.db);
    const events = await readAuditChain(database.db, chain, { after: 2n, limit: 9 });
    expect(events).toMatchObject([{ eventNo: 3n, source: "sql", actor: expect.stringMatching(/^sql:/) }]);
    expect((await verifyAuditChain(database.db, chain)).broken).toBe(null);
  });

  test("what is rolled back leaves no gap", async () => {
    const failing = database.db.transaction().execute(async (trx) => {
      await writeEvents(trx, 1);
      throw new Error("Not like this.");
    });
    await expect(failing).rejects.toThrow("Not like this.");
    await writeEvents(database.db, 1);
    expect(await verifyAuditChain(database.db, chain)).toMatchObject({ events: 3n, broken: null });
  });

  test("a detail that grows beyond its bounds is refused", async () => {
    const detail = entry({ detail: { words: "x".repeat(3000) } });
    await expect(writeEvents(database.db, 1, detail)).rejects.toMatchObject({ code: "23514" });
  });
});
