/** History as it crosses the wire: ids as names, amounts as decimal text, fields by their labels. */
import { formatAmount } from "#base/kernel";
import { moneyText, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import { type Change, currenciesOf, isShown, type Kept, kindOf, labelOf } from "./change.ts";
import type { ChangeOut, IntervalOut, ShownValue } from "./contract.ts";
import type { StateVersion } from "./version-store.ts";

export interface Words {
  readonly names: ReadonlyMap<string, string>;
  readonly customLabels: ReadonlyMap<string, string>;
}

/** Changes from the newest back, in words; `currency` is the one that holds after the first of them. */
export function shownChanges(
  changes: readonly Change[],
  words: Words,
  currency: string | null,
): { items: ChangeOut[]; currency: string | null } {
  let after = currency;
  const items = changes.map((change) => {
    const currencies = currenciesOf(change, after);
    after = currencies.before;
    return shownChange(change, words, currencies);
  });
  return { items, currency: after };
}

/** A record's table as a noun: "crm.opportunity_line" → "opportunity line". */
function nounWords(table: string): string {
  if (table === "crm.opportunity_contact") return "stakeholder";
  return (table.split(".")[1] ?? table).replaceAll("_", " ");
}

function shownChange(
  change: Change,
  words: Words,
  currencies: { before: string | null; after: string | null },
): ChangeOut {
  const fields = Object.entries(change.fields).filter(([field]) => isShown(field));
  return {
    changeNo: String(change.changeNo),
    of: nounWords(change.noun),
    recordId: change.recordId,
    action: change.action as ChangeOut["action"],
    trueSince: change.trueSince.toString(),
    recordedAt: change.recordedAt.toString(),
    authorId: change.authorId,
    author: change.author,
    source: change.source,
    changes: fields.map(([field, [before, after]]) => ({
      field,
      label: labelOf(field, words.customLabels),
      kind: typeof (after ?? before) === "boolean" ? "flag" : kindOf(field),
      before: shownValue(field, before, words, currencies.before),
      after: shownValue(field, after, words, currencies.after),
    })),
  };
}

function shownValue(field: string, value: Kept, words: Words, currency: string | null): ShownValue | null {
  if (value === null) return null;
  if (typeof value === "boolean") return { text: value ? "yes" : "no" };
  switch (kindOf(field)) {
    case "amount":
      return currency === null ? { text: value } : { text: formatAmount(BigInt(value), currency), currency };
    case "reference":
      return { text: words.names.get(value) ?? "a record that is gone", id: value };
    case "instant":
      return { text: Temporal.Instant.from(value).toString() };
    default:
      return { text: value };
  }
}

/** A state of an opportunity with the days between which it held. */
export function shownInterval(
  version: StateVersion & { readonly validTo: Temporal.Instant | null },
): IntervalOut {
  const { basis, author, source, status, forecastCategory } = version;
  return {
    versionNo: String(version.versionNo),
    validFrom: version.validFrom.toString(),
    validTo: textOf(version.validTo),
    recordedAt: version.recordedAt.toString(),
    supersededAt: textOf(version.supersededAt),
    pipeline: { id: version.pipelineId, name: version.pipelineName },
    stage: shownReference(version.stageId, version.stageName),
    stageEnteredAt: textOf(version.stageEnteredAt),
    amount: moneyText(version.amountMinor, version.currency),
    probability: version.probability === null ? null : Number(version.probability),
    closeOn: textOf(version.closeOn),
    owner: shownReference(version.ownerId, version.ownerName),
    account: shownReference(version.accountId, version.accountName),
    ...{ basis, author, source, status, forecastCategory },
  };
}
