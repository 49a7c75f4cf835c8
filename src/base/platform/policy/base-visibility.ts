/** Rules of visibility for what the platform itself keeps: the workspace, its rates, and the history of every record. */
import { among, both, either, everybody, type Rule, type TableRules, word } from "../../kernel/index.ts";

/**
 * The rules of the platform's tables beside those of the capabilities. History is seen where its record is; `parts` are
 * tables whose rows hang on a record (by the field that names it), so that the history of a part that was taken away is
 * still seen with it.
 */
export function withBase(
  capabilities: TableRules,
  parts: Readonly<Record<string, { readonly of: string; readonly by: string }>>,
): TableRules {
  const own: TableRules = {
    "base.workspace": { see: everybody, write: "read" },
    "base.exchange_rate": { see: everybody, write: "read" },
  };
  return {
    ...own,
    ...capabilities,
    "base.change": { see: historyRule({ ...own, ...capabilities }, parts), write: "append" },
    // Answers to calls that were made before are found by their caller's own key.
    "base.idempotency": { see: everybody, write: everybody },
  };
}

function historyRule(rules: TableRules, parts: Parameters<typeof withBase>[1]): Rule {
  const known = Object.entries(rules);
  const open = known.filter(([, { see }]) => see.kind === "everybody").map(([table]) => table);
  const byRecord = known.filter(
    ([table, { see }]) =>
      see.kind !== "everybody" && see.kind !== "nobody" && !hasNoId.has(table) && !parts[table],
  );
  return either(
    word("noun", ...open),
    ...byRecord.map(([table]) => both(word("noun", table), among(table, "record_id"))),
    ...Object.entries(parts).map(([table, { of, by }]) =>
      both(word("noun", table), either(among(table, "record_id"), among(of, fieldNamed(by)))),
    ),
  );
}

/** Tables whose rows are not records with an id and a history. */
const hasNoId: ReadonlySet<string> = new Set(["crm.opportunity_version"]);

/** The id that a change tells of in a field: the new value, or the old one where the row was taken away. */
function fieldNamed(field: string): string {
  return `coalesce(fields #>> '{${field},1}', fields #>> '{${field},0}')::uuid`;
}
