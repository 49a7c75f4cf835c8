/** Other records that rows name: found, or made by name so that nothing that was named is lost. */
import type { Db } from "#base/platform";
import { recordPeople } from "#people";
import type { NamedNoun } from "../mapping/import-plan.ts";
import { type ReadRow, textIn } from "../mapping/row.ts";
import { isIdOf } from "../recognition/source-ids.ts";
import { personText } from "../values/person-text.ts";
import { findByName, findLinkedByName } from "./found-store.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import { insertRecords } from "./records-store.ts";
import { type Run, sourceTitle } from "./run.ts";

/** What the rows write for a field, each once. */
export function named(rows: readonly ReadRow[], ...fields: string[]): Set<string> {
  const values = new Set<string>();
  for (const row of rows) {
    for (const field of fields) {
      const value = textIn(row, field);
      if (value !== null) values.add(value);
    }
  }
  return values;
}

/** The name that was accepted as another spelling's. */
function accepted(run: Run, noun: NamedNoun, value: string): string {
  return run.plan.same[noun][value] ?? value;
}

/** In plain files, and in exports with labels, records are named by name; elsewhere by the ids of the source. */
function isByName(run: Run, value: string): boolean {
  return !isIdOf(run.plan.source, value);
}

const plural: Readonly<Record<NamedNoun, string>> = {
  person: "People",
  account: "Accounts",
  product: "Products",
};

function noticeMade(run: Run, noun: NamedNoun, times: number, byName: boolean): void {
  const what = byName ? "by name" : "by id";
  run.notices.notice(
    `${plural[noun]} that these files only name, ${what}, and that became records of their own`,
    times,
  );
}

/** The people whom these values mean, by value; whoever is not known becomes a person without a seat. */
export async function meantPeople(
  run: Run,
  trx: Db,
  values: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { workspaceId, plan } = run;
  const meant = new Map<string, string>();
  const rows: { id: string; name: string; email: string | null }[] = [];
  const links: Link[] = [];
  for (const value of values) {
    const key = accepted(run, "person", value);
    const byName = isByName(run, key);
    const found = run.people.meant(key, byName);
    if (found !== undefined) {
      meant.set(value, found);
      continue;
    }
    const id = run.newId();
    const { name, email } = personText(key);
    const person = { id, name: byName ? name : `${sourceTitle(plan)} user ${key}`, email };
    rows.push(person);
    const link = { sourceId: key, recordId: id, fingerprint: "" };
    links.push(link);
    run.people.welcome(person);
    run.people.link(link);
    meant.set(value, id);
  }
  await recordPeople(trx, workspaceId, rows);
  await saveLinks(trx, workspaceId, run.sourceKey, "person", run.importId, links);
  const named = links.filter((link) => isByName(run, link.sourceId)).length;
  noticeMade(run, "person", named, true);
  noticeMade(run, "person", links.length - named, false);
  return meant;
}

/** The accounts or products that these values mean, by value; what is not known is made, by its name or id. */
export async function meantRecords(
  run: Run,
  trx: Db,
  noun: "account" | "product",
  values: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { workspaceId, plan, importId } = run;
  const table = noun === "account" ? "crm.account" : "crm.product";
  const keys = new Map([...values].map((value) => [value, accepted(run, noun, value)]));
  const known = await findLinks(trx, workspaceId, run.sourceKey, noun, [...new Set(keys.values())]);
  const missing = [...new Set([...keys.values()].filter((key) => !known.has(key)))];
  const namesMissing = missing.filter((key) => isByName(run, key));
  const byName = await findByName(trx, workspaceId, table, namesMissing);
  const made: Link[] = [];
  const rows: { id: string; name: string }[] = [];
  for (const key of missing) {
    if (byName.has(key.toLowerCase())) continue;
    const id = run.newId();
    rows.push({ id, name: isByName(run, key) ? key : `${sourceTitle(plan)} ${noun} ${key}` });
    made.push({ sourceId: key, recordId: id, fingerprint: "" });
  }
  await insertRecords(trx, workspaceId, table, rows);
  await saveLinks(trx, workspaceId, run.sourceKey, noun, importId, made);
  const madeByName = made.filter((link) => isByName(run, link.sourceId)).length;
  noticeMade(run, noun, madeByName, true);
  noticeMade(run, noun, made.length - madeByName, false);
  const ids = new Map<string, string>(made.map((link) => [link.sourceId, link.recordId]));
  for (const [key, link] of known) ids.set(key, link.recordId);
  const meant = new Map<string, string>();
  for (const [value, key] of keys) {
    const id = ids.get(key) ?? byName.get(key.toLowerCase())?.id;
    if (id !== undefined) meant.set(value, id);
  }
  return meant;
}

/** The contacts or opportunities with these ids or, in exports that name them, by a name that only one has. */
export async function knownRecords(
  run: Run,
  trx: Db,
  noun: "contact" | "opportunity",
  values: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { workspaceId, sourceKey } = run;
  const found = await findLinks(trx, workspaceId, sourceKey, noun, [...values]);
  const known = new Map([...found].map(([value, link]) => [value, link.recordId]));
  const names = [...values].filter((value) => !known.has(value) && isByName(run, value));
  const table = noun === "contact" ? "crm.contact" : "crm.opportunity";
  const byName = await findLinkedByName(trx, workspaceId, { table, source: sourceKey, object: noun }, names);
  for (const name of names) {
    const id = byName.get(name.toLowerCase());
    if (id !== undefined) known.set(name, id);
  }
  return known;
}
