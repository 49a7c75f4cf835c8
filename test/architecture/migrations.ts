/** Reads migrations with PostgreSQL's own grammar and says what they create. */
import { parse } from "pgsql-parser";
import type { Source } from "./source.ts";

/** A piece of the parser's tree. Its shapes are read by name, where they are needed. */
// biome-ignore lint/suspicious/noExplicitAny: the tree of PostgreSQL's grammar has some hundred shapes.
export type Tree = any;

export interface Statement {
  readonly path: string;
  /** The kind of statement, for example "CreateStmt". */
  readonly kind: string;
  readonly tree: Tree;
  /** The statement with the comments before it. */
  readonly text: string;
  readonly line: number;
}

export interface Column {
  readonly name: string;
  readonly type: string;
}
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
}
export interface Table {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly schema: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** The statements of a migration in order. */
export async function statementsOf(source: Source): Promise<Statement[]> {
  const bytes = Buffer.from(source.text);
  const { stmts } = await parse(source.text);
  let before = 0;
  return (stmts ?? []).map((raw: Tree) => {
    // The grammar counts in bytes, and may begin a statement behind its comments: they are taken along from the last end.
    const end = raw.stmt_len ? (raw.stmt_location ?? 0) + raw.stmt_len : bytes.length;
    const text = bytes.subarray(before, end).toString();
    const comments = /^(;|\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0] ?? "";
    const line = `${bytes.subarray(0, before)}${comments}`.split("\n").length;
    before = end;
    const [[kind, tree]] = Object.entries(raw.stmt) as [[string, Tree]];
    return { path: source.path, kind, tree, text, line };
  });
}

/** The tables that statements create. */
export function tablesOf(statements: readonly Statement[]): Table[] {
  return statements.filter(({ kind, tree }) => kind === "CreateStmt" && !tree.partbound).map(tableOf);
}

function tableOf({ path, line, tree }: Statement): Table {
  const elements: Tree[] = tree.tableElts ?? [];
  const columns = elements.flatMap((element) => (element.ColumnDef ? [element.ColumnDef] : []));
  const constraints = elements.flatMap((element) => (element.Constraint ? [element.Constraint] : []));
  const ofColumns = columns.flatMap((column) =>
    constraintsOf(column).map((constraint) => ({ column: column.colname as string, constraint })),
  );
  const keyColumn = ofColumns.find(({ constraint }) => constraint.contype === "CONSTR_PRIMARY")?.column;
  const key = constraints.find((constraint) => constraint.contype === "CONSTR_PRIMARY");
  const schema = tree.relation.schemaname ?? "";
  return {
    path,
    line,
    schema,
    name: `${schema}.${tree.relation.relname}`,
    columns: columns.map(columnOf),
    primaryKey: keyColumn === undefined ? names(key?.keys) : [keyColumn],
    foreignKeys: [
      ...constraints.flatMap(foreignKeyOf),
      ...ofColumns.flatMap(({ column, constraint }) =>
        foreignKeyOf(constraint).map((foreign) => ({ ...foreign, columns: [column] })),
      ),
    ],
  };
}

export function columnOf(column: Tree): Column {
  return { name: column.colname, type: names(column.typeName?.names).at(-1) ?? "" };
}

export function constraintsOf(column: Tree): Tree[] {
  return (column.constraints ?? []).map((one: Tree) => one.Constraint);
}

/** A constraint as a foreign key: a list of one, or empty. */
export function foreignKeyOf(constraint: Tree): ForeignKey[] {
  if (constraint?.contype !== "CONSTR_FOREIGN") return [];
  const { schemaname, relname } = constraint.pktable;
  return [{ columns: names(constraint.fk_attrs), table: `${schemaname ?? ""}.${relname}` }];
}

export function names(list: Tree[] | undefined): string[] {
  return (list ?? []).map((one) => one.String?.sval ?? "");
}
