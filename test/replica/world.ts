/** A small world for tests of the replica: a record with a few of everything, and random things that happen to it. */
import { CompiledQuery } from "kysely";
import {
  type Database,
  exchangeRates,
  moneyMacros,
  openReplica,
  type Replica,
  type ReplicatedTable,
} from "#base/platform";
import { crmReplica } from "#crm";
import { peopleReplica } from "#people";
import { planReplica } from "#plan";

export const tables: readonly ReplicatedTable[] = [
  exchangeRates,
  ...peopleReplica,
  ...crmReplica,
  ...planReplica,
];

export function replicaOf(database: Database, directory: string): Replica {
  return openReplica({ db: database.db, directory, tables, macros: moneyMacros, memoryMb: 256 });
}

export const workspaceId = "00000000-0000-4000-8000-000000000001";

/** The n-th id of a kind: readable in a failing test. */
export function idOf(kind: number, n: number): string {
  return `0000000${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
const [person, team, account, product, pipeline, stage, opportunity, line] = [1, 2, 3, 4, 5, 6, 7, 8];
export const kinds = { person, team, account, product, pipeline, stage, opportunity, line } as Record<
  string,
  number
>;

export async function sql(database: Pick<Database, "db">, text: string, values: unknown[] = []) {
  return (await database.db.executeQuery(CompiledQuery.raw(text, values))).rows as Record<string, unknown>[];
}

export async function layGround(database: Database): Promise<void> {
  const w = workspaceId;
  const ids = (kind: string, n: number) => `'${w}', '${idOf(kinds[kind] ?? 0, n)}'`;
  await sql(
    database,
    `insert into base.workspace (workspace_id, name, currency, time_zone) values ('${w}', 'W', 'USD', 'UTC')`,
  );
  for (const n of [1, 2, 3]) {
    await sql(
      database,
      `insert into people.person (workspace_id, id, name) values (${ids("person", n)}, 'Person ${n}')`,
    );
    await sql(
      database,
      `insert into people.team (workspace_id, id, name, kind) values (${ids("team", n)}, 'Team ${n}', 'region')`,
    );
    await sql(
      database,
      `insert into crm.account (workspace_id, id, name) values (${ids("account", n)}, 'Account, "${n}"')`,
    );
    await sql(
      database,
      `insert into crm.product (workspace_id, id, name, list_price_minor, currency) values (${ids("product", n)}, 'Product ${n}', ${n}00, 'USD')`,
    );
  }
  await sql(
    database,
    `insert into crm.pipeline (workspace_id, id, name) values (${ids("pipeline", 1)}, 'P')`,
  );
  for (const n of [1, 2, 3]) {
    await sql(
      database,
      `insert into crm.stage (workspace_id, id, pipeline_id, name, position, probability)
        values (${ids("stage", n)}, '${idOf(5, 1)}', 'Stage ${n}', ${n}, 0.${n})`,
    );
  }
}

/** Something that may happen to the record, told by numbers so that a failing run can be read and shrunk. */
export interface Happening {
  readonly what: number;
  readonly which: number;
  readonly value: number;
}

/** Does it, by plain SQL: what the database refuses is refused for the record and the replica alike. */
export async function happen(
  database: Pick<Database, "db">,
  { what, which, value }: Happening,
): Promise<void> {
  const w = workspaceId;
  const o = idOf(7, which);
  const at = `timestamptz '2026-01-01' + interval '${value} hours'`;
  const statements = [
    `insert into crm.opportunity (workspace_id, id, name, pipeline_id, stage_id, owner_id, account_id, amount_minor, currency, created_on, close_on, true_since)
      values ('${w}', '${o}', 'Opportunity, ${value} "quoted"', '${idOf(5, 1)}', '${idOf(6, (value % 3) + 1)}', '${idOf(1, (value % 3) + 1)}',
        '${idOf(3, (which % 3) + 1)}', ${value * 7}, 'USD', date '2026-01-01' + ${value}, date '2026-03-01' + ${value}, ${at}) on conflict do nothing`,
    `update crm.opportunity set amount_minor = ${value * 11}, true_since = ${at} where workspace_id = '${w}' and id = '${o}'`,
    `update crm.opportunity set stage_id = '${idOf(6, (value % 3) + 1)}' where workspace_id = '${w}' and id = '${o}'`,
    `update crm.opportunity set status = '${["open", "won", "lost"][value % 3]}', true_since = ${at} where workspace_id = '${w}' and id = '${o}'`,
    `update crm.opportunity set owner_id = '${idOf(1, (value % 3) + 1)}', custom = '{"k": "v${value}"}' where workspace_id = '${w}' and id = '${o}'`,
    `update crm.opportunity set removed_at = ${value % 2 ? "now()" : "null"} where workspace_id = '${w}' and id = '${o}'`,
    `delete from crm.opportunity where workspace_id = '${w}' and id = '${o}' and not exists
      (select from crm.opportunity_line l where l.workspace_id = '${w}' and l.opportunity_id = '${o}')`,
    `insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, status, pipeline_id, currency, forecast_category, amount_minor)
      select workspace_id, id, true_since - interval '${value + 1} minutes', 'open', pipeline_id, currency, 'pipeline', ${value}
      from crm.opportunity where workspace_id = '${w}' and id = '${o}' on conflict do nothing`,
    `update crm.opportunity_version v set superseded_at = now() from crm.opportunity o where o.workspace_id = v.workspace_id
      and o.id = v.opportunity_id and v.valid_from < o.true_since and v.superseded_at is null and v.opportunity_id = '${o}' and v.version_no % 2 = 0`,
    `insert into crm.opportunity_line (workspace_id, id, opportunity_id, product_id, amount_minor) select workspace_id, '${idOf(8, value)}', id,
      '${idOf(4, (value % 3) + 1)}', ${value} from crm.opportunity where workspace_id = '${w}' and id = '${o}' on conflict do nothing`,
    `delete from crm.opportunity_line where workspace_id = '${w}' and id = '${idOf(8, value)}'`,
    `update crm.opportunity_line set amount_minor = ${value * 3} where workspace_id = '${w}' and id = '${idOf(8, value)}'`,
    `update people.person set name = 'Renamed ${value}' where workspace_id = '${w}' and id = '${idOf(1, (which % 3) + 1)}'`,
    `insert into people.team_membership (workspace_id, id, person_id, team_id, starts_on) values
      ('${w}', '${idOf(9, which)}', '${idOf(1, (which % 3) + 1)}', '${idOf(2, (value % 3) + 1)}', null) on conflict do nothing`,
    `insert into base.exchange_rate (workspace_id, id, currency, starts_on, rate) values
      ('${w}', gen_random_uuid(), 'EUR', date '2026-01-01' + ${value}, 1.${value + 1}) on conflict do nothing`,
    `update crm.product set list_price_minor = ${value + 1} where workspace_id = '${w}' and id = '${idOf(4, (which % 3) + 1)}'`,
    `update crm.account set name = E'Line\\nbreak ${value}', custom = '{"tier": "a, b"}' where workspace_id = '${w}' and id = '${idOf(3, (which % 3) + 1)}'`,
  ];
  await sql(database, statements[what % statements.length] ?? "");
}
