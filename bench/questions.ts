/**
 * The questions of a VP of Sales Operations, end to end through HTTP, policy included, against queries written by hand for
 * DuckDB on a copy of the same columns, and against the record's own SQL: `node bench/questions.ts 100000`. What is
 * compared gives the same counts, or the bench stops.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { sql } from "kysely";
import { raw } from "#base/platform";
import { askingServer } from "./asking.ts";
import { openCompany, say, sizeAsked, usually } from "./company.ts";

const company = await openCompany(sizeAsked());
const { services, workspaceId, replica } = company;
const server = await askingServer(company);
await replica.catchUp(workspaceId);

const [day, before] = ["2026-10-31", "2026-10-03"];
const endOf = (date: string) => `TIMESTAMPTZ '${date} 24:00:00 America/New_York' AT TIME ZONE 'UTC'`;

const open = (date: string) =>
  `SELECT s.* FROM opportunity_state s WHERE s.status = 'open' AND s.valid_from < ${endOf(date)}
    AND (s.valid_to IS NULL OR s.valid_to >= ${endOf(date)})`;
const inUsd = (state: string, date: string) =>
  `CASE WHEN ${state}.currency = 'USD' THEN ${state}.amount_minor::HUGEINT ELSE (SELECT ${state}.amount_minor::HUGEINT * r.factor // 1000000000000
    FROM exchange_rate r WHERE r.currency = ${state}.currency AND DATE '${date}' >= r.starts_on AND (r.ends_on IS NULL OR DATE '${date}' < r.ends_on)) END`;

const folder = mkdtempSync(join(tmpdir(), "quarterdeck-bench-duck-"));
const duck = await handWritten();

try {
  await standing();
  await moved();
  await funnel();
  await aging();
  await winRate();
  await snapshots();
} finally {
  duck.closeSync();
  await server.close();
  await company.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The same columns in a DuckDB of its own, for queries without anything of ours around them. */
async function handWritten() {
  await replica.ask(workspaceId, raw("CHECKPOINT"));
  const [found] = await replica.ask(
    workspaceId,
    raw("SELECT path FROM duckdb_databases() WHERE NOT internal AND path IS NOT NULL LIMIT 1"),
  );
  const copy = join(folder, "copy.duckdb");
  copyFileSync(String(found?.path), copy);
  const instance = await DuckDBInstance.create(copy, { threads: "2" });
  return instance.connect();
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await duck.runAndReadAll(query)).getRowObjects();
}

/** Says how long the question takes through HTTP, and how many times as long as by hand. */
async function against(what: string, asked: () => Promise<unknown>, byHand: () => Promise<unknown>) {
  const ours = await usually(asked, 7);
  const theirs = await usually(byHand, 7);
  say(what, ours, `${(ours / theirs).toFixed(2)} times the DuckDB query by hand (${theirs.toFixed(1)} ms)`);
}

function same(what: string, one: unknown, other: unknown): void {
  if (Number(one) !== Number(other))
    throw new Error(`${what}: ${String(one)} here, ${String(other)} by hand.`);
}

async function standing() {
  const asked = () => server.ask(`/api/pipeline?asOf=${day}&by=stage`);
  const query = `SELECT g.name, count(*) AS n, sum(${inUsd("s", day)}) AS amount FROM (${open(day)}) s
    LEFT JOIN stage g ON g.stage_id = s.stage_id GROUP BY 1`;
  const answer = (await asked()) as { total: { count: number } };
  const all = (await rows(query)).reduce((sum, row) => sum + Number(row.n), 0);
  same("the pipeline", answer.total.count, all);
  await against("the pipeline as of a day, by stage", asked, () => rows(query));
  const record = sql`select g.name, count(*), sum(i.amount_minor) from crm.opportunity_interval i
    left join crm.stage g on g.workspace_id = i.workspace_id and g.id = i.stage_id
    where i.workspace_id = ${workspaceId}::uuid and i.status = 'open'
      and i.valid_from < ((${day}::date + 1)::timestamp at time zone 'America/New_York')
      and (i.valid_to is null or i.valid_to >= ((${day}::date + 1)::timestamp at time zone 'America/New_York'))
    group by 1`;
  say(
    "the same from the record's own SQL",
    await usually(() => record.execute(services.database.db), 3),
    `PostgreSQL${process.env.DATABASE_URL ? ", on a server" : ", embedded"}`,
  );
}

async function moved() {
  const asked = () => server.ask(`/api/waterfall?from=${before}&to=${day}`);
  const query = `SELECT CASE WHEN a.opportunity_id IS NULL THEN 'new' WHEN b.opportunity_id IS NULL THEN 'gone'
      WHEN b.amount_minor > a.amount_minor THEN 'increased' WHEN b.amount_minor < a.amount_minor THEN 'decreased' ELSE 'same' END AS step,
      count(*) AS n, sum(${inUsd("a", day)}) AS was, sum(${inUsd("b", day)}) AS becomes
    FROM (${open(before)}) a FULL JOIN (${open(day)}) b ON a.opportunity_id = b.opportunity_id GROUP BY 1`;
  const answer = (await asked()) as { steps: { name: string; count: number }[] };
  const start = (await rows(query)).filter((row) => row.step !== "new");
  same(
    "the start of the waterfall",
    answer.steps.find((step) => step.name === "start")?.count,
    start.reduce((sum, row) => sum + Number(row.n), 0),
  );
  await against("the waterfall of four weeks", asked, () => rows(query));
}

async function funnel() {
  const asked = () =>
    server.ask("/api/measures/stage-conversion?from=2025-11-01&to=2026-10-31&asOf=2026-10-31&by=stage");
  const entered = `SELECT DISTINCT opportunity_id, stage_id, min(stage_entered_at) AS entered FROM opportunity_state
    WHERE valid_from < ${endOf(day)} AND status <> 'removed' GROUP BY 1, 2`;
  const query = `SELECT e.stage_id, count(DISTINCT e.opportunity_id) AS n, count(DISTINCT l.opportunity_id) AS went_on
    FROM (${entered}) e LEFT JOIN (${entered}) l ON l.opportunity_id = e.opportunity_id AND l.entered > e.entered
    WHERE e.entered >= ${endOf("2025-10-31")} AND e.entered < ${endOf(day)} GROUP BY 1`;
  await against("the funnel of a year, distinct opportunities", asked, () => rows(query));
}

async function aging() {
  const asked = () =>
    server.ask("/api/measures/stage-age?from=2025-11-01&to=2026-10-31&asOf=2026-10-31&by=stage");
  const query = `SELECT stage_id, count(*) AS n, avg(epoch_us(left_at - entered) / 86400000000.0) AS days FROM (
      SELECT opportunity_id, stage_id, stage_entered_at AS entered, max(valid_to) AS left_at FROM opportunity_state
      WHERE status = 'open' AND valid_from < ${endOf(day)} GROUP BY 1, 2, 3)
    WHERE left_at >= ${endOf("2025-10-31")} AND left_at < ${endOf(day)} GROUP BY 1`;
  await against("how long opportunities stay in a stage, a year by stage", asked, () => rows(query));
}

async function winRate() {
  const period = "from=2025-11-01&to=2026-10-31&asOf=2026-10-31";
  for (const [by, column, join] of [
    ["person", "p.name", "LEFT JOIN person p ON p.person_id = s.owner_id"],
    ["lead-source", "o.lead_source", ""],
    ["industry", "a.industry", "LEFT JOIN account a ON a.account_id = s.account_id"],
  ] as const) {
    const asked = () => server.ask(`/api/measures/win-rate?${period}&by=${by}`);
    const query = `SELECT ${column} AS key, count(*) AS n, count(*) FILTER (WHERE s.status = 'won') AS won FROM opportunity_state s
      LEFT JOIN opportunity o ON o.opportunity_id = s.opportunity_id ${join}
      WHERE s.valid_from < ${endOf(day)} AND (s.valid_to IS NULL OR s.valid_to >= ${endOf(day)})
        AND s.status IN ('won', 'lost') AND s.close_on BETWEEN DATE '2025-11-01' AND DATE '2026-10-31' GROUP BY 1`;
    const answer = (await asked()) as { total: { n: number } };
    same(
      `the win rate by ${by}`,
      answer.total.n,
      (await rows(query)).reduce((sum, row) => sum + Number(row.n), 0),
    );
    await against(`the win rate of a year by ${by}`, asked, () => rows(query));
  }
}

async function snapshots() {
  const asked = () => server.ask("/api/pipeline/trend?from=2024-11-08&to=2026-10-31&grain=week&by=stage");
  const { points } = (await asked()) as { points: { asOf: string; count: number }[] };
  const days = points.map((point) => `(DATE '${point.asOf}', ${endOf(point.asOf)})`).join(", ");
  const query = `WITH day(d, ends) AS (VALUES ${days}) SELECT t.d, g.name, count(*) AS n, sum(s.amount_minor) AS amount FROM day t
    JOIN opportunity_state s ON s.status = 'open' AND s.valid_from < t.ends AND coalesce(s.valid_to, TIMESTAMP 'infinity') >= t.ends
    LEFT JOIN stage g ON g.stage_id = s.stage_id GROUP BY 1, 2`;
  same(
    "the weekly snapshots",
    points.reduce((sum, point) => sum + point.count, 0),
    (await rows(query)).reduce((sum, row) => sum + Number(row.n), 0),
  );
  await against(`${points.length} weekly snapshots by stage`, asked, () => rows(query));
}
