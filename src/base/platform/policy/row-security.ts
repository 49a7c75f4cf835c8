/**
 * Rules of visibility as PostgreSQL's row-level security. A request of a seat whose reach is not the whole company runs as
 * the role `quarterdeck_seat`, which owns nothing and sees through these policies only (db/narrow.ts). A table without
 * a grant here is closed to it.
 */
import { type LookedInto, lookedInto, type TableRule, type TableRules } from "../../kernel/index.ts";
import { inPostgres, seenFunction } from "./compiled-rule.ts";

/** The role in PostgreSQL that narrowed requests take on. */
export const seatRole = "quarterdeck_seat";

/** The statements that put the rules into force on a database that has none yet. */
export function rowSecurity(rules: TableRules): string {
  const tables = Object.entries(rules);
  const looked = new Map(
    tables
      .flatMap(([, { see, write }]) =>
        [see, ...(typeof write === "string" ? [] : [write])].flatMap(lookedInto),
      )
      .map((into) => [seenFunction(into), into] as const),
  );
  const functions = [...looked].map(([name, into]) => seenKeys(rules, name, into));
  return [...inOrder(functions), ...tables.map(([table, rule]) => policiesOf(table, rule))].join("\n");
}

interface Written {
  readonly name: string;
  readonly text: string;
  readonly needs: readonly string[];
}

function seenKeys(rules: TableRules, name: string, { table, key, where }: LookedInto): Written {
  const rule = where ?? rules[table]?.see;
  if (!rule) throw new Error(`A rule looks into ${table}, which has no rule of its own.`);
  const text = `create function ${name}() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select ${key} from ${table} where workspace_id = base.seen_workspace() and ${inPostgres(rule)}
$$;
revoke execute on function ${name}() from public;
grant execute on function ${name}() to ${seatRole};`;
  return { name, text, needs: lookedInto(rule).map(seenFunction) };
}

/** Functions after those that they call. Refuses rules that look into each other in a circle. */
function inOrder(functions: readonly Written[]): string[] {
  const done: Written[] = [];
  while (done.length < functions.length) {
    const next = functions.find(
      (one) => !done.includes(one) && one.needs.every((need) => done.some(({ name }) => name === need)),
    );
    if (!next) throw new Error("Rules of visibility look into each other in a circle.");
    done.push(next);
  }
  return done.map(({ text }) => text);
}

function policiesOf(table: string, { see, write }: TableRule): string {
  const here = "workspace_id = (select base.seen_workspace())";
  const lines = [
    `alter table ${table} enable row level security;`,
    `grant select on ${table} to ${seatRole};`,
    `create policy seen on ${table} for select to ${seatRole} using (${here} and ${inPostgres(see)});`,
  ];
  if (write === "read") return lines.join("\n");
  if (write === "append") {
    const added = [
      `grant insert on ${table} to ${seatRole};`,
      `create policy added on ${table} for insert to ${seatRole} with check (${here});`,
    ];
    return [...lines, ...added].join("\n");
  }
  const written = `${here} and ${inPostgres(write)}`;
  return [
    ...lines,
    `grant insert, update, delete on ${table} to ${seatRole};`,
    `create policy added on ${table} for insert to ${seatRole} with check (${written});`,
    `create policy changed on ${table} for update to ${seatRole} using (${written}) with check (${written});`,
    `create policy removed on ${table} for delete to ${seatRole} using (${written});`,
  ].join("\n");
}
