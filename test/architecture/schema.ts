/** What every table of the record holds to, read from the migrations that make it. */
import { line } from "./line.ts";
import {
  type Column,
  columnOf,
  constraintsOf,
  type ForeignKey,
  foreignKeyOf,
  type Statement,
  statementsOf,
  type Table,
  type Tree,
  tablesOf,
} from "./migrations.ts";
import type { Source, Violation } from "./source.ts";

const schemas: readonly string[] = line.slice(0, -1);

/** All violations of all migrations, in the order in which they run. */
export async function schemaHolds(sources: readonly Source[]): Promise<Violation[]> {
  const statements = (await Promise.all(sources.map(statementsOf))).flat();
  const tables = tablesOf(statements);
  return [
    ...numberedInOrder(sources),
    ...tables.flatMap((table) => [...keyBeginsWithWorkspace(table), ...foreignKeysPointLeft(table)]),
    ...tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        columnSaysItsUnit(column, `${table.path}:${table.line} ${table.name}`),
      ),
    ),
    ...recordsKeepHistory(tables, statements),
    ...statements.flatMap(addedLater),
    ...statements.flatMap(nothingIsLost),
  ];
}

function numberedInOrder(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path }, at) => {
    const expected = String(at + 1).padStart(4, "0");
    return new RegExp(`/${expected}_[a-z0-9_]+\\.sql$`).test(path)
      ? []
      : [`${path} should be number ${expected}: migrations run in order, without gaps.`];
  });
}

function keyBeginsWithWorkspace({ path, line, name, schema, primaryKey }: Table): Violation[] {
  if (!schemas.includes(schema)) return [`${path}:${line} ${name} is not in the schema of a capability.`];
  if (primaryKey.length === 0) return [`${path}:${line} ${name} has no primary key.`];
  return primaryKey[0] === "workspace_id"
    ? []
    : [`${path}:${line} ${name}: its primary key starts with ${primaryKey[0]}, not with workspace_id.`];
}

function foreignKeysPointLeft(table: Table): Violation[] {
  return table.foreignKeys.flatMap((key) =>
    foreignKeyPointsLeft(key, table.schema, `${table.path}:${table.line} ${table.name}`),
  );
}

function foreignKeyPointsLeft(key: ForeignKey, schema: string, where: string): Violation[] {
  const target = key.table.slice(0, key.table.indexOf("."));
  const words = `the foreign key (${key.columns.join(", ")}) to ${key.table}`;
  if (!schemas.includes(target)) return [`${where}: ${words} leads to no capability's schema.`];
  if (schemas.indexOf(target) > schemas.indexOf(schema)) return [`${where}: ${words} points to the right.`];
  return key.columns[0] === "workspace_id" ? [] : [`${where}: ${words} does not start with workspace_id.`];
}

/** Amounts are whole minor units, days are dates, moments know their zone, nothing is a float. */
function columnSaysItsUnit({ name, type }: Column, where: string): Violation[] {
  if (["float4", "float8", "money"].includes(type))
    return [`${where}.${name} is ${type}: figures are exact (bigint, integer, numeric).`];
  if (name.endsWith("_minor") && type !== "int8")
    return [`${where}.${name} is ${type}: an amount in minor units is bigint.`];
  if (type === "timestamp") return [`${where}.${name} has no time zone: a moment is timestamptz.`];
  if (name.endsWith("_at") && type !== "timestamptz")
    return [`${where}.${name} is ${type}: what ends in _at is timestamptz.`];
  return name.endsWith("_on") && type !== "date"
    ? [`${where}.${name} is ${type}: what ends in _on is a date.`]
    : [];
}

/** A record is a table whose rows have a version. */
function recordsKeepHistory(tables: readonly Table[], statements: readonly Statement[]): Violation[] {
  const kept = new Set(statements.flatMap(historyOf));
  return tables
    .filter(({ columns, name }) => columns.some((column) => column.name === "version") && !kept.has(name))
    .map(
      ({ path, line, name }) =>
        `${path}:${line} ${name} has versions but keeps no history: select base.keep_history('${name}').`,
    );
}

/** The tables that a statement gives a history: one by its name, or several named in a list. */
function historyOf({ kind, tree }: Statement): string[] {
  const text = kind === "SelectStmt" ? JSON.stringify(tree) : "";
  if (!text.includes('"sval":"keep_history"')) return [];
  return [...text.matchAll(/"sval":"([a-z]+\.[a-z_]+)"/g)].map((match) => match[1] ?? "");
}

/** Columns and foreign keys that a later migration adds. */
function addedLater({ kind, tree, path, line }: Statement): Violation[] {
  if (kind !== "AlterTableStmt") return [];
  const schema = tree.relation?.schemaname ?? "";
  const where = `${path}:${line} ${schema}.${tree.relation?.relname}`;
  return (tree.cmds ?? []).flatMap(({ AlterTableCmd: command }: Tree) => {
    const column = command.def?.ColumnDef;
    const constraints = command.def?.Constraint
      ? [command.def.Constraint]
      : column
        ? constraintsOf(column)
        : [];
    const keys = constraints
      .flatMap(foreignKeyOf)
      .map((key) => (column ? { ...key, columns: [column.colname] } : key));
    return [
      ...(column && command.subtype === "AT_AddColumn" ? columnSaysItsUnit(columnOf(column), where) : []),
      ...keys.flatMap((key) => foreignKeyPointsLeft(key, schema, where)),
    ];
  });
}

const losing = new Map([
  ["DropStmt", "drops something"],
  ["TruncateStmt", "truncates"],
  ["DeleteStmt", "deletes rows"],
  ["RenameStmt", "renames what an older program still uses"],
  ["DropdbStmt", "drops a database"],
]);
const losingCommands = new Map([
  ["AT_DropColumn", "drops a column"],
  ["AT_DropConstraint", "drops a constraint"],
  ["AT_AlterColumnType", "rewrites a column"],
]);

/** What takes something away needs a note in the line before it: `-- two-step: why nobody needs it any more`. */
function nothingIsLost({ kind, tree, path, line, text }: Statement): Violation[] {
  if (/^\s*--\s*two-step:\s*\S+/m.test(text)) return [];
  const commands: Tree[] = kind === "AlterTableStmt" ? (tree.cmds ?? []) : [];
  const words = [losing.get(kind), ...commands.map((one) => losingCommands.get(one.AlterTableCmd.subtype))];
  return words
    .filter((word) => word !== undefined)
    .map(
      (word) =>
        `${path}:${line} ${word} without a note “-- two-step: …” before it that says why nobody needs it any more.`,
    );
}
