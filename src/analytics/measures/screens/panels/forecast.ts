/** The quarter as it stands: what is won, and what is open by forecast category, each with all that is surer. Pure. */

export interface Category {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  readonly n: number;
  /** Its amount and those of all that is surer. */
  readonly together: number;
}

/** From the surest to the least; what is omitted is no part of a forecast. */
const order = [
  ["commit", "Commit"],
  ["best-case", "Best case"],
  ["pipeline", "Pipeline"],
] as const;

interface Row {
  readonly key: string;
  readonly value: string | number | null;
  readonly n: number;
}

/** Takes what was won and the open pipeline by forecast category. */
export function categoriesOf(won: Omit<Row, "key">, open: readonly Row[]): Category[] {
  const rows = [
    { key: "won", label: "Won", value: won.value, n: won.n },
    ...order.map(([key, label]) => {
      const row = open.find((one) => one.key === key);
      return { key, label, value: row?.value ?? null, n: row?.n ?? 0 };
    }),
  ];
  let together = 0;
  return rows.map(({ key, label, value, n }) => {
    const amount = Number(value ?? 0);
    together += amount;
    return { key, label, amount, n, together };
  });
}
