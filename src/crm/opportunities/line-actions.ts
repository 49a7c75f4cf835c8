/** What the desk does with what is sold and with who shares in it. */
import { newId, refuse } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { personNames, refuseBecause, requireKnown } from "#people";
import { productNames } from "../products/store.ts";
import { type OpportunityWithLines, opportunityOf } from "./actions.ts";
import { aLineIsInTheCurrencyOfItsOpportunity, type LineSaid, lineAmount, sumOfLines } from "./amount.ts";
import { linesOf, splitsOf, storeLines, storeSplits } from "./line-store.ts";
import { type Split, splitsAddUpToTheWhole } from "./splits.ts";
import type { Held } from "./stage-actions.ts";
import { holdOpportunity, storeOpportunity } from "./store.ts";

export interface LineGiven extends LineSaid {
  readonly id?: string | undefined;
  /** The currencies that its money was given in. */
  readonly currencies: readonly string[];
}

/**
 * States all lines of an opportunity: known ids are changed, new lines added, the others go. The opportunity's amount
 * becomes their sum, unless one is stated. Refuses unknown products, foreign lines and other currencies.
 */
export async function replaceLines(
  db: Db,
  at: Held,
  given: {
    readonly lines: readonly LineGiven[];
    readonly amount?: { readonly amountMinor: bigint | null; readonly currency: string } | undefined;
  },
): Promise<OpportunityWithLines> {
  const { workspaceId, id, clock } = at;
  const held = refuseStale(await holdOpportunity(db, workspaceId, id), at.expectedVersion);
  const before = await linesOf(db, workspaceId, id);
  const ids = given.lines.map((line) => line.productId);
  const known = await productNames(db, workspaceId, ids);
  const own = new Set(before.map((line) => line.id));
  const said = new Set<string>();
  for (const [row, line] of given.lines.entries()) {
    requireKnown(known.has(line.productId), "product", `lines[${row}].productId`);
    if (line.id !== undefined) {
      requireKnown(own.has(line.id), "line of this opportunity", `lines[${row}].id`);
      if (said.has(line.id))
        refuse("invalid", "A line is there twice.", {
          fields: [{ field: `lines[${row}].id`, message: "is there twice" }],
        });
      said.add(line.id);
    }
    for (const currency of line.currencies) {
      refuseBecause(aLineIsInTheCurrencyOfItsOpportunity(held, currency), `lines[${row}]`);
    }
  }
  if (given.amount)
    refuseBecause(aLineIsInTheCurrencyOfItsOpportunity(held, given.amount.currency), "amount");
  const lines = given.lines.map(({ currencies: _, ...line }, row) => ({
    ...line,
    id: line.id ?? newId(clock),
    position: row + 1,
    amountMinor: lineAmount(line),
  }));
  await storeLines(db, workspaceId, id, before, lines);
  const amountMinor = given.amount ? given.amount.amountMinor : sumOfLines(given.lines);
  await storeOpportunity(db, workspaceId, id, { ...held, amountMinor }, held.custom);
  return opportunityOf(db, workspaceId, id);
}

/** States who shares in an opportunity. Refuses shares that do not add up to exactly 1, and people who are not there. */
export async function replaceSplits(
  db: Db,
  at: Held,
  splits: readonly Split[],
): Promise<OpportunityWithLines> {
  const { workspaceId, id, clock } = at;
  const held = refuseStale(await holdOpportunity(db, workspaceId, id), at.expectedVersion);
  refuseBecause(splitsAddUpToTheWhole(splits), "splits");
  const known = await personNames(
    db,
    workspaceId,
    splits.map((split) => split.personId),
  );
  for (const [row, split] of splits.entries()) {
    requireKnown(known.has(split.personId), "person", `splits[${row}].personId`);
  }
  const before = await splitsOf(db, workspaceId, id);
  await storeSplits(
    db,
    workspaceId,
    id,
    before,
    splits.map((split) => ({ ...split, id: newId(clock) })),
  );
  await storeOpportunity(db, workspaceId, id, held, held.custom);
  return opportunityOf(db, workspaceId, id);
}
