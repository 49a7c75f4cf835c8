/** Names of all nouns in one ranked query over the replica, where a hundred thousand of them are read in milliseconds. */
import { duck, type Fragment, joined, type Replica, type Row, raw, type Sight } from "#base/platform";
import type { Wanted } from "./search.ts";

/** Where the names of a noun stand: `id`, `name`, `more` (compared as well), and what is shown. */
const opportunities =
  raw(`SELECT 'opportunity' AS noun, o.opportunity_id AS id, o.name, n.name AS more, n.name AS note,
    s.account_id, s.status, s.amount_minor, s.currency
  FROM opportunity o
  JOIN opportunity_state s ON s.opportunity_id = o.opportunity_id AND s.valid_to IS NULL AND s.status <> 'removed'
  LEFT JOIN account n ON n.account_id = s.account_id`);
const accounts = raw(`SELECT 'account' AS noun, account_id AS id, name, domain AS more,
    concat_ws(' · ', industry, country) AS note, account_id, NULL AS status, NULL AS amount_minor, NULL AS currency
  FROM account WHERE NOT removed`);
const contacts = raw(`SELECT 'contact' AS noun, c.contact_id AS id, c.name, c.email AS more,
    concat_ws(' · ', c.title, n.name) AS note, c.account_id, NULL AS status, NULL AS amount_minor, NULL AS currency
  FROM contact c LEFT JOIN account n ON n.account_id = c.account_id`);
const products =
  raw(`SELECT 'product' AS noun, product_id AS id, name, NULL AS more, family AS note, NULL AS account_id,
    NULL AS status, NULL AS amount_minor, NULL AS currency
  FROM product WHERE NOT removed`);
const people =
  raw(`SELECT 'person' AS noun, person_id AS id, name, email AS more, title AS note, NULL AS account_id,
    NULL AS status, NULL AS amount_minor, NULL AS currency
  FROM person WHERE NOT removed`);

export interface FoundName {
  readonly noun: string;
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly accountId: string | null;
  readonly status: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}

/**
 * The records whose name holds all words, at most `limit` of each noun; people only where they may be seen. The noun of
 * the best name comes first; within one, what is open comes before what is closed, the larger before the smaller.
 */
export async function findNames(
  replica: Replica,
  sight: Sight,
  wanted: Wanted,
  asked: { readonly limit: number; readonly withPeople: boolean },
): Promise<FoundName[]> {
  const sources = [opportunities, accounts, contacts, products, ...(asked.withPeople ? [people] : [])];
  const holds = wanted.words.map((word) => duck`contains(f.name_more, ${word})`);
  const rows = await replica.ask(
    sight.workspaceId,
    duck`WITH named AS (${joined(sources, " UNION ALL ")}),
      f AS (SELECT *, strip_accents(lower(name)) AS folded,
        strip_accents(lower(concat_ws(' ', name, more))) AS name_more FROM named),
      ranked AS (SELECT *, ${rankOf(wanted)} AS rank FROM f WHERE ${joined(holds, " AND ")}),
      placed AS (SELECT *, min(rank) OVER (PARTITION BY noun) AS best, row_number() OVER (PARTITION BY noun
        ORDER BY rank, coalesce(status, 'open') <> 'open', amount_minor DESC NULLS LAST, length(name), name, id) AS place
        FROM ranked)
      SELECT noun, CAST(id AS VARCHAR) AS id, name, nullif(note, '') AS note, CAST(account_id AS VARCHAR) AS account_id,
        status, amount_minor, currency
      FROM placed WHERE place <= ${asked.limit}
      ORDER BY best, CASE noun WHEN 'account' THEN 0 WHEN 'opportunity' THEN 1 WHEN 'person' THEN 2 WHEN 'contact' THEN 3
        ELSE 4 END, place`,
  );
  return rows.map(foundName);
}

/** 0: the whole name. 1: the name begins so. 2: a word in it does. 3: it is somewhere inside. 4: only the words are. */
function rankOf({ text }: Wanted): Fragment {
  return duck`CASE WHEN f.folded = ${text} THEN 0 WHEN starts_with(f.folded, ${text}) THEN 1
    WHEN contains(concat(' ', f.folded), ${` ${text}`}) THEN 2 WHEN contains(f.folded, ${text}) THEN 3 ELSE 4 END`;
}

function foundName(row: Row): FoundName {
  const text = (value: Row[string] | undefined) =>
    value === null || value === undefined ? null : String(value);
  return {
    noun: String(row.noun),
    id: String(row.id),
    name: String(row.name),
    note: text(row.note),
    accountId: text(row.account_id),
    status: text(row.status),
    amountMinor: row.amount_minor === null ? null : BigInt(row.amount_minor ?? 0),
    currency: text(row.currency),
  };
}
