/** Drafts of opportunities into the record, with their lines and all their states. */
import type { Db } from "#base/platform";
import { type Draft, priceTimes } from "./draft.ts";
import { findFirstLines, findPrices, type Price } from "./found-store.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import {
  asKnown,
  type Meant,
  type Placed,
  placeStates,
  recordOf,
  restate,
  saysSame,
} from "./place-states.ts";
import type { RecordRow } from "./record-row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { meantPeople, meantRecords } from "./reference-actions.ts";
import type { Run } from "./run.ts";
import type { FateOfOne } from "./tally.ts";
import type { BelievedVersion, VersionRow } from "./version.ts";
import { believedVersions, setBasis, stateVersions, supersedeVersions } from "./versions-store.ts";

/** What became of one draft. */
export interface Outcome extends FateOfOne {
  readonly draft: Draft;
}

interface Work {
  readonly draft: Draft;
  readonly id: string;
  readonly isNew: boolean;
  readonly productId: string | null;
  readonly price: Price | undefined;
  readonly placed: Placed;
}

async function findMeant(run: Run, trx: Db, drafts: readonly Draft[]) {
  const people = new Set<string>();
  const accounts = new Set<string>();
  const products = new Set<string>();
  for (const draft of drafts) {
    for (const { owner, account } of draft.states(null)) {
      if (owner !== null) people.add(owner);
      if (account !== null) accounts.add(account);
    }
    if (draft.product !== null) products.add(draft.product);
  }
  const meant: Meant = {
    people: await meantPeople(run, trx, people),
    accounts: await meantRecords(run, trx, "account", accounts),
  };
  const productIds = await meantRecords(run, trx, "product", products);
  const prices = await findPrices(trx, run.workspaceId, [...new Set(productIds.values())]);
  return { meant, productIds, prices };
}

/** What a draft's line is worth at list price, in the currency of the draft; null when that is not known. */
function listAmountOf(draft: Draft, price: Price | undefined): bigint | null {
  if (price === undefined || price.listPriceMinor === null || price.currency !== draft.currency) return null;
  return priceTimes(price.listPriceMinor, draft.quantity);
}

/** Writes drafts: new ones with their whole history, changed ones restated; those that say the same are left alone. */
export async function writeOpportunities(run: Run, trx: Db, drafts: readonly Draft[]): Promise<Outcome[]> {
  const { workspaceId, importId } = run;
  const links = await findLinks(
    trx,
    workspaceId,
    run.sourceKey,
    "opportunity",
    drafts.map((draft) => draft.key),
  );
  const fresh = drafts.filter((draft) => links.get(draft.key)?.fingerprint !== draft.fingerprint);
  const { meant, productIds, prices } = await findMeant(run, trx, fresh);
  const known = fresh.flatMap((draft) => links.get(draft.key)?.recordId ?? []);
  const before = await believedVersions(trx, workspaceId, known);
  const works = fresh.map((draft): Work => {
    const known = links.get(draft.key)?.recordId;
    const id = known ?? run.newId();
    const productId = productIds.get(draft.product ?? "") ?? null;
    const price = productId === null ? undefined : prices.get(productId);
    const told = placeStates(run, draft, listAmountOf(draft, price), id, meant);
    const placed = known === undefined ? told : asKnown(draft, told, before.get(id) ?? [], run.importedAt);
    return { draft, id, isNew: known === undefined, productId, price, placed };
  });
  await addNew(
    run,
    trx,
    works.filter((work) => work.isNew),
  );
  const newStates = await restateKnown(
    run,
    trx,
    works.filter((work) => !work.isNew),
    before,
  );
  await writeLines(run, trx, works);
  const saved = works.map(
    ({ draft, id }): Link => ({ sourceId: draft.key, recordId: id, fingerprint: draft.fingerprint }),
  );
  await saveLinks(trx, workspaceId, run.sourceKey, "opportunity", importId, saved);
  const byKey = new Map(works.map((work) => [work.draft.key, work]));
  return drafts.map((draft) => {
    const work = byKey.get(draft.key);
    if (work === undefined) return { draft, fate: "unchanged", newStates: 0 };
    return { draft, fate: work.isNew ? "created" : "updated", newStates: newStates.get(work.id) ?? 0 };
  });
}

/** Runs `write` once for the works of each basis, so that the versions which the database writes are known as such. */
async function byBasis(
  trx: Db,
  works: readonly Work[],
  write: (some: readonly Work[]) => Promise<void>,
): Promise<void> {
  for (const basis of ["source", "inferred"] as const) {
    const some = works.filter((work) => work.placed.present.basis === basis);
    if (some.length === 0) continue;
    await setBasis(trx, basis);
    await write(some);
  }
}

async function addNew(run: Run, trx: Db, works: readonly Work[]): Promise<void> {
  const { workspaceId } = run;
  await byBasis(trx, works, (some) =>
    insertRecords(
      trx,
      workspaceId,
      "crm.opportunity",
      some.map((work) => recordOf(work.draft, work.placed)),
    ),
  );
  await stateVersions(
    trx,
    workspaceId,
    works.flatMap((work) => work.placed.earlier),
  );
}

const changing = [
  "name",
  "account_id",
  "owner_id",
  "pipeline_id",
  "stage_id",
  "stage_entered_at",
  "status",
  "amount_minor",
  "currency",
  "probability",
  "forecast_category",
  "created_on",
  "close_on",
  "lead_source",
  "next_step",
  "lost_reason",
  "removed_at",
  "custom",
];

async function restateKnown(
  run: Run,
  trx: Db,
  works: readonly Work[],
  before: ReadonlyMap<string, readonly BelievedVersion[]>,
): Promise<Map<string, number>> {
  const { workspaceId } = run;
  // What one call writes comes from one file, so that all of it is silent of the same columns.
  const columns = changing.filter((column) => works[0]?.draft.untold.columns.has(column) !== true);
  const newStates = new Map<string, number>();
  await byBasis(trx, works, async (some) => {
    const rows = some.map((work): RecordRow => {
      const last = before.get(work.id)?.at(-1);
      const record = recordOf(work.draft, work.placed);
      const isSame = last !== undefined && saysSame(last, work.placed.present);
      newStates.set(work.id, isSame ? 0 : 1);
      // Where only custom values or words changed, the present state stays and the change is true since the import.
      return isSame ? { ...record, true_since: null } : record;
    });
    await changeRecords(trx, workspaceId, "crm.opportunity", columns, rows);
  });
  const stated: VersionRow[] = [];
  const superseded: bigint[] = [];
  for (const work of works) {
    const { present, earlier } = work.placed;
    const restated = restate(before.get(work.id) ?? [], earlier, present.validFrom, work.draft);
    stated.push(...restated.stated);
    superseded.push(...restated.superseded);
    newStates.set(work.id, (newStates.get(work.id) ?? 0) + restated.stated.length);
  }
  await supersedeVersions(trx, workspaceId, superseded);
  await stateVersions(trx, workspaceId, stated);
  return newStates;
}

/** An opportunity that names a product has one line of it, which is worth what the opportunity is worth. */
async function writeLines(run: Run, trx: Db, works: readonly Work[]): Promise<void> {
  const { workspaceId } = run;
  const withProduct = works.filter((work) => work.productId !== null);
  const there = await findFirstLines(
    trx,
    workspaceId,
    withProduct.filter((work) => !work.isNew).map((work) => work.id),
  );
  const added: RecordRow[] = [];
  const changed: RecordRow[] = [];
  for (const { id, draft, productId, price, placed } of withProduct) {
    const found = there.get(id);
    const unitPrice = price?.currency === draft.currency ? price.listPriceMinor : null;
    const line = {
      opportunity_id: id,
      product_id: productId,
      position: 1,
      quantity: draft.quantity,
      unit_price_minor: unitPrice,
      amount_minor: placed.present.amountMinor,
    };
    if (found === undefined) added.push({ id: run.newId(), true_since: placed.present.validFrom, ...line });
    else if (
      found.productId !== productId ||
      found.amountMinor !== line.amount_minor ||
      Number(found.quantity) !== Number(draft.quantity)
    ) {
      changed.push({ id: found.id, ...line });
    }
  }
  await insertRecords(trx, workspaceId, "crm.opportunity_line", added);
  await changeRecords(
    trx,
    workspaceId,
    "crm.opportunity_line",
    ["product_id", "quantity", "unit_price_minor", "amount_minor"],
    changed,
  );
}
