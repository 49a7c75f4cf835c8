/** Contacts that opportunities name in a column of their own become their stakeholders. */
import { type Db, removeRecords } from "#base/platform";
import { fills, type UnderstoodFile } from "../mapping/column-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import { isIdOf } from "../recognition/source-ids.ts";
import { type WrittenContact, writtenContacts } from "./contacts-meant.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { type Run, sourceTitle } from "./run.ts";
import { stakeholderObject, stakeholderTable } from "./stakeholder-actions.ts";
import {
  accountsOf,
  type FoundContact,
  findContactsCalled,
  findStakeholders,
  linksOfStakeholders,
} from "./stakeholders-store.ts";
import { takeLinks } from "./vanished-store.ts";

/** What a link says of a stakeholder whom a column of opportunities named, not a row of its own. */
const inColumn = { primary: "named as primary", other: "named" } as const;
const isInColumn = (link: Pick<Link, "fingerprint">) => link.fingerprint.startsWith("named");

interface Naming {
  readonly pair: string;
  readonly opportunityId: string;
  readonly contact: WrittenContact;
}

/** Whether a file of opportunities names contacts. */
export const namesContacts = (file: UnderstoodFile): boolean =>
  fills(file, "primaryContact") || fills(file, "contacts");

const winnerOf = (run: Run, contact: WrittenContact): WrittenContact => ({
  ...contact,
  key: run.joins.winnerOf("contact", contact.key),
});
const pairOf = (row: ReadRow, contact: WrittenContact): string => `${row.key} | ${contact.key}`;

/** The pairs of opportunity and contact that rows name, as links call them. */
export function pairsNamed(run: Run, rows: readonly ReadRow[]): string[] {
  return rows.flatMap((row) => writtenContacts(row).map((one) => pairOf(row, winnerOf(run, one))));
}

/**
 * Writes the stakeholders that changed opportunities name, and takes away those that a former export named there and
 * this one does not. What rows of their own say of stakeholders stands above the column.
 */
export async function writeNamedContacts(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<void> {
  const { workspaceId, sourceKey, importId } = run;
  const keys = rows.map((row) => row.key);
  const opportunities = await findLinks(trx, workspaceId, sourceKey, "opportunity", keys);
  const namings = rows.flatMap((row): Naming[] => {
    const opportunityId = opportunities.get(row.key)?.recordId;
    if (opportunityId === undefined) return [];
    return writtenContacts(row).map((written) => {
      const contact = winnerOf(run, written);
      return { pair: pairOf(row, contact), opportunityId, contact };
    });
  });
  const ids = [...opportunities.values()].map((link) => link.recordId);
  await takeFormer(run, trx, ids, new Set(namings.map((one) => one.pair)));
  const pairs = namings.map((one) => one.pair);
  const links = await findLinks(trx, workspaceId, sourceKey, stakeholderObject, pairs);
  const contacts = await meantContacts(run, trx, namings);
  const there = await findStakeholders(trx, workspaceId, ids);
  const added: RecordRow[] = [];
  const changed: RecordRow[] = [];
  const saved: Link[] = [];
  for (const { pair, opportunityId, contact } of namings) {
    const contactId = contacts.get(`${opportunityId} ${contact.key}`);
    const link = links.get(pair);
    const fingerprint = contact.primary ? inColumn.primary : inColumn.other;
    if (contactId === undefined || link?.fingerprint === fingerprint) continue;
    if (link !== undefined && !isInColumn(link)) continue;
    const known =
      link?.recordId ??
      there.find((one) => one.opportunityId === opportunityId && one.contactId === contactId)?.id;
    const id = known ?? run.newId();
    if (known === undefined)
      added.push({ id, opportunity_id: opportunityId, contact_id: contactId, is_primary: contact.primary });
    else if (contact.primary || link !== undefined) changed.push({ id, is_primary: contact.primary });
    saved.push({ sourceId: pair, recordId: id, fingerprint });
  }
  await insertRecords(trx, workspaceId, stakeholderTable, added);
  await changeRecords(trx, workspaceId, stakeholderTable, ["is_primary"], changed);
  await saveLinks(trx, workspaceId, sourceKey, stakeholderObject, importId, saved);
}

async function takeFormer(
  run: Run,
  trx: Db,
  opportunityIds: readonly string[],
  pairs: ReadonlySet<string>,
): Promise<void> {
  const { workspaceId, sourceKey, importId } = run;
  const of = { source: sourceKey, object: stakeholderObject };
  const linked = await linksOfStakeholders(trx, workspaceId, of, opportunityIds);
  const former = linked.filter((link) => isInColumn(link) && !pairs.has(link.sourceId));
  if (former.length === 0) return;
  await removeRecords(
    trx,
    workspaceId,
    stakeholderTable,
    former.map((link) => link.recordId),
  );
  await takeLinks(
    trx,
    workspaceId,
    importId,
    of,
    former.map((link) => link.sourceId),
  );
}

/** The contacts that are meant, by "opportunity contact": by their id, their address or their name; else made. */
async function meantContacts(run: Run, trx: Db, namings: readonly Naming[]): Promise<Map<string, string>> {
  const { workspaceId, sourceKey, plan, importId } = run;
  const keys = [...new Set(namings.map((one) => one.contact.key))];
  const links = await findLinks(trx, workspaceId, sourceKey, "contact", keys);
  const unknown = namings.filter((one) => !links.has(one.contact.key));
  const byName = unknown.filter((one) => !isIdOf(plan.source, one.contact.key));
  const words = new Set(byName.flatMap(({ contact }) => [contact.key, contact.email ?? contact.key]));
  const called = await findContactsCalled(trx, workspaceId, [...words]);
  const accounts = await accountsOf(
    trx,
    workspaceId,
    unknown.map((one) => one.opportunityId),
  );
  const meant = new Map<string, string>();
  const made = new Map<string, RecordRow>();
  for (const { opportunityId, contact } of namings) {
    const { key } = contact;
    const account = accounts.get(opportunityId) ?? null;
    const known = links.get(key)?.recordId ?? calledSo(called, contact, account)?.id;
    const before = made.get(key);
    const id = known ?? before?.id ?? run.newId();
    meant.set(`${opportunityId} ${key}`, id);
    if (known !== undefined || before !== undefined) continue;
    const name = isIdOf(plan.source, key) ? `${sourceTitle(plan)} contact ${key}` : key;
    made.set(key, { id, name, email: contact.email, account_id: account });
  }
  await insertRecords(trx, workspaceId, "crm.contact", [...made.values()]);
  const saved = [...made].map(([sourceId, { id }]) => ({ sourceId, recordId: id, fingerprint: "" }));
  await saveLinks(trx, workspaceId, sourceKey, "contact", importId, saved);
  run.notices.notice(
    "Contacts that opportunities only name, and that became records of their own",
    made.size,
  );
  return meant;
}

/** The one contact of an address or a name; of several of one name the one at the opportunity's account. */
function calledSo(
  called: readonly FoundContact[],
  contact: WrittenContact,
  accountId: string | null,
): FoundContact | undefined {
  const same = (a: string | null, b: string | null) => a !== null && a.toLowerCase() === b?.toLowerCase();
  const byEmail = called.filter((one) => same(contact.email, one.email));
  if (byEmail.length === 1) return byEmail[0];
  const byName = called.filter((one) => same(contact.key, one.name));
  if (byName.length < 2) return byName[0];
  const there = byName.filter((one) => accountId !== null && one.accountId === accountId);
  return there.length === 1 ? there[0] : undefined;
}
