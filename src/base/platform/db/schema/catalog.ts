import { sql } from "kysely";
import type { Db } from "../database.ts";

export interface Column {
  readonly name: string;
  /** As SQL writes it: "character(3)", "timestamp with time zone". */
  readonly type: string;
  readonly notNull: boolean;
  /** The default's expression; null where there is none. */
  readonly default: string | null;
  readonly identity: "always" | "by default" | null;
  readonly comment: string | null;
}
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view";
  readonly columns: readonly Column[];
  /** "primary key (workspace_id, id)" and so on, by name. */
  readonly constraints: readonly { readonly name: string; readonly definition: string }[];
  /** Whole statements. */
  readonly indexes: readonly string[];
  readonly triggers: readonly { readonly definition: string; readonly enabled: string }[];
  /** Row-level security: whole statements, the switch first. */
  readonly policies: readonly string[];
  /** A view's query; empty for a table. */
  readonly query: string;
}
export interface Catalog {
  readonly extensions: readonly string[];
  readonly schemas: readonly string[];
  /** Names with their schema; what a collation rests on differs by server. */
  readonly collations: readonly string[];
  readonly relations: readonly Relation[];
  /** Whole statements. */
  readonly functions: readonly string[];
}

/** What is ours: every schema but PostgreSQL's own, and nothing that an extension brought. */
const ours = sql`n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')`;

async function readRelations(db: Db): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select n.nspname as schema, c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
      (select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull, 'default', pg_get_expr(d.adbin, d.adrelid), 'comment', col_description(c.oid, a.attnum),
          'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by default' end) order by a.attnum), '[]')
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(jsonb_agg(jsonb_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
          order by position(k.contype in 'pufcx'), k.conname), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')) as constraints,
      (select coalesce(jsonb_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text), '[]')
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
      (select coalesce(jsonb_agg(jsonb_build_object('definition', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
          order by t.tgname), '[]')
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      case when c.relrowsecurity then jsonb_build_array(format('alter table %I.%I enable row level security', n.nspname, c.relname))
        else '[]' end || (select coalesce(jsonb_agg(format('create policy %I on %I.%I for %s to %s', p.policyname, n.nspname,
          c.relname, lower(p.cmd), array_to_string(p.roles, ', ')) || coalesce(' using ' || p.qual, '')
          || coalesce(' with check ' || p.with_check, '') order by p.policyname), '[]')
        from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname) as policies,
      case c.relkind when 'v' then pg_get_viewdef(c.oid, 0) else '' end as query
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p', 'v')
    order by n.nspname, c.relkind, c.relname`.execute(db);
  return rows;
}

/** What the database says of its own schema, in an order that does not depend on how it came about. */
export async function readCatalog(db: Db): Promise<Catalog> {
  const extensions = await sql<{ name: string }>`select extname as name from pg_extension
    where extname <> 'plpgsql' order by 1`.execute(db);
  const schemas = await sql<{
    name: string;
  }>`select nspname as name from pg_namespace n where ${ours} order by 1`.execute(db);
  const collations = await sql<{ name: string }>`select n.nspname || '.' || c.collname as name
    from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${ours} order by 1`.execute(db);
  const functions = await sql<{ text: string }>`select pg_get_functiondef(p.oid) as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`.execute(db);
  return {
    extensions: extensions.rows.map(({ name }) => name),
    schemas: schemas.rows.map(({ name }) => name),
    collations: collations.rows.map(({ name }) => name),
    relations: await readRelations(db),
    functions: functions.rows.map(({ text }) => text),
  };
}
