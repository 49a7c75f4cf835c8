/** Writing many records of one table at a time. Which columns there are is said here once; values come by name. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#base/platform";
import type { Cell, RecordRow } from "./record-row.ts";

const money = { currency: "text" };
const columnsOf = {
  "crm.account": {
    name: "text",
    parent_id: "uuid",
    owner_id: "uuid",
    domain: "text",
    industry: "text",
    country: "text",
    city: "text",
    employees: "integer",
    annual_revenue_minor: "bigint",
    ...money,
    created_on: "date",
    removed_at: "timestamptz",
    custom: "jsonb",
  },
  "crm.contact": {
    name: "text",
    account_id: "uuid",
    owner_id: "uuid",
    email: "text",
    phone: "text",
    title: "text",
    created_on: "date",
    removed_at: "timestamptz",
    custom: "jsonb",
  },
  "crm.product": {
    name: "text",
    code: "text",
    family: "text",
    list_price_minor: "bigint",
    ...money,
    removed_at: "timestamptz",
    custom: "jsonb",
  },
  "crm.pipeline": { name: "text", position: "smallint" },
  "crm.stage": {
    pipeline_id: "uuid",
    name: "text",
    position: "smallint",
    outcome: "text",
    probability: "numeric",
    forecast_category: "text",
  },
  "crm.opportunity": {
    name: "text",
    account_id: "uuid",
    owner_id: "uuid",
    pipeline_id: "uuid",
    stage_id: "uuid",
    stage_entered_at: "timestamptz",
    status: "text",
    amount_minor: "bigint",
    ...money,
    probability: "numeric",
    forecast_category: "text",
    created_on: "date",
    close_on: "date",
    lead_source: "text",
    next_step: "text",
    lost_reason: "text",
    removed_at: "timestamptz",
    custom: "jsonb",
  },
  "crm.opportunity_line": {
    opportunity_id: "uuid",
    product_id: "uuid",
    position: "smallint",
    quantity: "numeric",
    unit_price_minor: "bigint",
    amount_minor: "bigint",
  },
  "crm.opportunity_contact": {
    opportunity_id: "uuid",
    contact_id: "uuid",
    role: "text",
    is_primary: "boolean",
  },
  "crm.activity": {
    kind: "text",
    subject: "text",
    body: "text",
    opportunity_id: "uuid",
    account_id: "uuid",
    contact_id: "uuid",
    person_id: "uuid",
    due_at: "timestamptz",
    done_at: "timestamptz",
    removed_at: "timestamptz",
    custom: "jsonb",
  },
  "crm.custom_field": {
    noun: "text",
    key: "text",
    label: "text",
    type: "text",
    options: "jsonb",
    removed_at: "timestamptz",
  },
} as const;

export type RecordTable = keyof typeof columnsOf;

function asText(value: Cell): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return String(value);
  const isTemporal = value instanceof Temporal.Instant || value instanceof Temporal.PlainDate;
  return isTemporal ? value.toString() : JSON.stringify(value);
}

const given = (rows: readonly RecordRow[], name: string): RawBuilder<unknown> =>
  sql`${rows.map((row) => asText(row[name]))}::text[]`;

const cast = (name: string, type: string): RawBuilder<unknown> =>
  sql`${sql.ref(`given.${name}`)}::${sql.raw(type)}`;

function typesOf(table: RecordTable, columns: readonly string[]): [string, string][] {
  const types: Readonly<Record<string, string>> = columnsOf[table];
  return columns.map((name) => {
    const type = types[name];
    if (type === undefined) throw new Error(`${table} has no column ${name} that an import fills.`);
    return [name, type];
  });
}

/** Adds records. A row that lacks a column gets null there; `custom` starts empty. */
export async function insertRecords(
  db: Db,
  workspaceId: string,
  table: RecordTable,
  rows: readonly RecordRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const types = typesOf(table, Object.keys(columnsOf[table]));
  const values = types.map(([name, type]) =>
    type === "jsonb" && name === "custom" ? sql`coalesce(${cast(name, type)}, '{}')` : cast(name, type),
  );
  const names = types.map(([name]) => name);
  await sql`
    insert into ${sql.table(table)} (workspace_id, id, true_since, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${workspaceId}::uuid, given.id::uuid, coalesce(given.true_since::timestamptz, base.moment()), ${sql.join(values)}
    from unnest(${given(rows, "id")}, ${given(rows, "true_since")}, ${sql.join(names.map((name) => given(rows, name)))})
      as given (id, true_since, ${sql.join(names.map((name) => sql.ref(name)))})`.execute(db);
}

/**
 * Gives records new values in these columns. Custom values are added to those that are there. `true_since` of a row
 * says since when; without it: since this import.
 */
export async function changeRecords(
  db: Db,
  workspaceId: string,
  table: RecordTable,
  columns: readonly string[],
  rows: readonly RecordRow[],
): Promise<void> {
  if (rows.length === 0 || columns.length === 0) return;
  const types = typesOf(table, columns);
  const settings = types.map(([name, type]) =>
    name === "custom"
      ? sql`custom = record.custom || coalesce(${cast(name, type)}, '{}')`
      : sql`${sql.ref(name)} = ${cast(name, type)}`,
  );
  await sql`
    update ${sql.table(table)} as record
    set true_since = coalesce(given.true_since::timestamptz, record.true_since), ${sql.join(settings)}
    from unnest(${given(rows, "id")}, ${given(rows, "true_since")}, ${sql.join(columns.map((name) => given(rows, name)))})
      as given (id, true_since, ${sql.join(columns.map((name) => sql.ref(name)))})
    where record.workspace_id = ${workspaceId}::uuid and record.id = given.id::uuid`.execute(db);
}
