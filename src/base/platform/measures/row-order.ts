/** The order of the rows of a breakdown, the same wherever one is shown. */

interface Ordered {
  readonly key: string;
  readonly value: bigint | number | null;
  readonly order: number | null;
}

/** Compares rows: by their order where they have one (those without come last), else the largest first, else by key. */
export function inRowOrder(a: Ordered, b: Ordered): number {
  const [first, second] = [a.order ?? Infinity, b.order ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  const [one, other] = [a.value ?? -Infinity, b.value ?? -Infinity];
  if (one !== other) return one > other ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
