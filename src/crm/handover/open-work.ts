/** What somebody still has to their name, and who can take it over. Pure. */
import { microShare, type Split } from "../opportunities/splits.ts";

/** The kinds of records that are handed over, in the order in which they are shown. */
export const workNouns = ["opportunity", "account", "contact", "activity"] as const;
export type WorkNoun = (typeof workNouns)[number];
export type Chosen = { readonly [Noun in WorkNoun]: readonly string[] };

export const nothingChosen: Chosen = { opportunity: [], account: [], contact: [], activity: [] };

/** The reason why somebody cannot hand work over to themselves, or null. */
export function nobodyHandsOverToThemselves(fromId: string, toId: string): string | null {
  return fromId === toId ? "Nobody hands work over to themselves: choose somebody else." : null;
}

/** The reason why somebody who is not here on a day takes nothing over, or null. */
export function whoeverTakesOverIsHere(
  person: { readonly name: string; readonly leftOn: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
): string | null {
  const { name, leftOn } = person;
  if (leftOn === null || Temporal.PlainDate.compare(leftOn, on) >= 0) return null;
  return `${name} left on ${leftOn} and takes nothing over.`;
}

/** The reason why what was chosen cannot be handed over: some of it is not theirs, or not open, any more. Or null. */
export function onlyOpenWorkIsHandedOver(chosen: Chosen, open: Chosen): string | null {
  const gone = workNouns.flatMap((noun) => {
    const held = new Set(open[noun]);
    return chosen[noun].filter((id) => !held.has(id));
  }).length;
  if (gone === 0) return null;
  return gone === 1
    ? "One of the chosen records is not their open work any more."
    : `${gone} of the chosen records are not their open work any more.`;
}

/**
 * The shares of an opportunity when one person's goes to another. Whoever has one already then has both, which a later
 * handing back cannot tell apart: `joined` says so.
 */
export function sharesAfter(shares: readonly Split[], fromId: string, toId: string) {
  const micro = new Map<string, number>();
  for (const { personId, share } of shares) {
    const owner = personId === fromId ? toId : personId;
    micro.set(owner, (micro.get(owner) ?? 0) + (microShare(share) ?? 0));
  }
  return {
    shares: [...micro].map(([personId, count]) => ({ personId, share: count / 1_000_000 })),
    joined: micro.size < shares.length,
  };
}
