/** Who works in sales operations and who sells, told from titles and teams; and how many of the one there are to the other. Pure. */

export const operationsKinds = ["operations", "analytics", "enablement"] as const;
export type KindOfWork = (typeof operationsKinds)[number] | "selling" | "other";

interface Titled {
  readonly title: string | null;
  readonly team: { readonly name: string } | null;
}

const enables = /\benablement\b|\bsales train(er|ing)\b/;
const operates =
  /\b(sales|revenue|commercial|go-to-market|gtm) (operations|ops)\b|\brev ?ops\b|\bdeal desk\b|\bcrm (administrator|admin|manager)\b|\bsales support\b/;
const analyses = /\banaly(st|tics)\b/;
const sells =
  /\baccount (executive|manager)\b|\b(inside |field |outside )?sales (representative|rep|executive|consultant)\b|\bseller\b/;
/** Those who find leads for others carry no quota of their own that is closed. */
const develops = /\b(sales|business) development\b/;

/**
 * What somebody does. The title decides; where it names no kind, whoever is in a team of operations, enablement or
 * analytics does that. An analyst is one of sales operations where title or team says so.
 */
export function kindOfWork({ title, team }: Titled): KindOfWork {
  const said = (title ?? "").toLowerCase();
  const place = (team?.name ?? "").toLowerCase();
  if (enables.test(said)) return "enablement";
  const inOperations = operates.test(said) || operates.test(place) || enables.test(place);
  if (analyses.test(said) && (inOperations || /\b(sales|revenue) analytics\b/.test(`${said} ${place}`)))
    return "analytics";
  if (operates.test(said)) return "operations";
  if (develops.test(said)) return "other";
  if (sells.test(said)) return "selling";
  if (enables.test(place)) return "enablement";
  return operates.test(place) ? "operations" : "other";
}

export interface OperationsToSellers {
  readonly operations: number;
  readonly byKind: Readonly<Record<(typeof operationsKinds)[number], number>>;
  readonly sellers: number;
  /** How many sellers there are for one in operations; null without anybody in operations. */
  readonly sellersForOne: number | null;
}

/** Takes the people of a day and counts those in sales operations of each kind, and those who sell. */
export function operationsToSellers(people: readonly Titled[]): OperationsToSellers {
  const kinds = Map.groupBy(people, kindOfWork);
  const count = (kind: KindOfWork) => kinds.get(kind)?.length ?? 0;
  const byKind = {
    operations: count("operations"),
    analytics: count("analytics"),
    enablement: count("enablement"),
  };
  const operations = byKind.operations + byKind.analytics + byKind.enablement;
  const sellers = count("selling");
  return { operations, byKind, sellers, sellersForOne: operations === 0 ? null : sellers / operations };
}

/** How many who carry a quota one in operations serves elsewhere. A band to compare with and nothing that is worked with. */
export const sellersForOneElsewhere = {
  least: 20,
  most: 30,
  source: "therevopsreport.com, 2026, and prospeo.io, 2026, both grade C",
} as const;
