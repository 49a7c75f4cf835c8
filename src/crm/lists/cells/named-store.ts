/** Records by their names, for what is typed or pasted where another record is meant. */
import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";

export interface Named {
  readonly id: string;
  /** Under which of its names it was found, in small letters. */
  readonly name: string;
  /** Of a stage its pipeline: a record takes those of its own. */
  readonly within: string | null;
}

const sources: Readonly<Record<string, { table: string; names: readonly string[]; within: string | null }>> =
  {
    person: { table: "people.person", names: ["name", "email"], within: null },
    account: { table: "crm.account", names: ["name"], within: null },
    contact: { table: "crm.contact", names: ["name", "email"], within: null },
    opportunity: { table: "crm.opportunity", names: ["name"], within: null },
    stage: { table: "crm.stage", names: ["name"], within: "pipeline_id" },
  };

/** The records of a kind that are called one of these names, whatever the case; those that were removed are not meant. */
export async function findNamed(
  db: Db,
  sight: Sight,
  leadsTo: string,
  names: readonly string[],
): Promise<Named[]> {
  const source = sources[leadsTo];
  if (source === undefined || names.length === 0) return [];
  const wanted = names.map((name) => name.toLowerCase());
  const within = source.within === null ? sql`null::uuid` : sql.ref(source.within);
  const each = source.names.map((column) => {
    const folded = sql`lower(${sql.ref(column)} collate base.letters)`;
    return sql`select id, ${folded} as name, ${within} as within from ${sql.table(source.table)}
      where workspace_id = ${sight.workspaceId}::uuid and removed_at is null and ${folded} = any (${wanted}::text[])`;
  });
  const found =
    await sql<Named>`select distinct id, name, within from (${sql.join(each, sql` union all `)}) found`.execute(
      db,
    );
  return found.rows;
}
