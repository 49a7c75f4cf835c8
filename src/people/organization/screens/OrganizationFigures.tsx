/** The shape of the organization on the shown day: its layers, how many people managers lead, and who stands outside. */
import { counted, Figure } from "#base/ui";
import { operationsKinds, operationsToSellers, sellersForOneElsewhere } from "../kind-of-work.ts";
import { shapeOf } from "../span.ts";
import type { Placed } from "./tree.ts";

/** "2.5", "3". */
const plain = (count: number) => String(Math.round(count * 10) / 10);

export function OrganizationFigures({ people }: { people: readonly Placed[] }) {
  const shape = shapeOf(people);
  const named = new Map(people.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]) => namesText(ids.map((id) => named.get(id) ?? ""));
  const none = <span className="qd-faint">–</span>;
  const { largest } = shape;
  return (
    <section className="qd-figures" aria-label="Shape of the organization">
      <Figure
        label="Layers"
        definition="How many people stand one above the other at the deepest point, from whoever reports to nobody."
        note={shape.layers.length === 0 ? "no reporting lines yet" : `${shape.layers.join(" · ")} people`}
      >
        {shape.layers.length}
      </Figure>
      <Figure
        label="Median span"
        definition="Direct reports of the manager in the middle, when all managers are in order of how many they have. A manager is whoever has at least one."
        note={counted(shape.people.filter(({ direct }) => direct > 0).length, "manager")}
      >
        {shape.median === null ? none : plain(shape.median)}
      </Figure>
      <Figure
        label="Largest span"
        definition="The most people who report to one person."
        note={largest ? named.get(largest.id) : null}
      >
        {largest === null ? none : largest.direct}
      </Figure>
      <Figure
        label="With one report"
        definition="Managers to whom one person reports: a layer for one."
        note={names(shape.single)}
      >
        {shape.single.length}
      </Figure>
      <Figure
        label="Outside the tree"
        definition="People who report to nobody and lead nobody."
        note={outsideNote(shape, names)}
      >
        {shape.outside.length}
      </Figure>
      <OperationsFigure people={people} />
    </section>
  );
}

/** How many sellers there are for one in operations, by whom it is counted, and what is usual elsewhere. */
function OperationsFigure({ people }: { people: readonly Placed[] }) {
  const { operations, byKind, sellers, sellersForOne } = operationsToSellers(people);
  const kinds = operationsKinds.map((kind) => `${byKind[kind]} ${kind}`).join(", ");
  const { least, most, source } = sellersForOneElsewhere;
  return (
    <Figure
      label="Sellers to operations"
      definition={`How many sellers there are for one in operations. Sellers: titles such as account executive, account manager or sales representative; not managers and not sales development. In operations, by title, else by team: ${kinds}. Elsewhere one serves ${least} to ${most} who carry a quota (${source}).`}
      note={`${sellers} to ${operations}; elsewhere ${least}–${most}`}
    >
      {sellersForOne === null ? <span className="qd-faint">–</span> : plain(sellersForOne)}
    </Figure>
  );
}

/** Whoever's manager is gone comes first: somebody has to decide for them. */
function outsideNote(
  { outside, orphaned, circling }: ReturnType<typeof shapeOf>,
  names: (ids: readonly string[]) => string,
): string {
  const lost = [
    ...(orphaned.length > 0
      ? [`${counted(orphaned.length, "person reports", "people report")} to somebody who is gone`]
      : []),
    ...(circling.length > 0
      ? [`${counted(circling.length, "person reports", "people report")} in a circle`]
      : []),
  ];
  return lost.length > 0 ? lost.join("; ") : names(outside);
}

/** "Ana Costa, Ben Okoro and 3 more". */
export function namesText(names: readonly string[], most = 2): string {
  if (names.length <= most + 1) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
