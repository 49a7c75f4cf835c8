/** The groups of a list as the grid draws them, and what the whole list adds up to. */
import type { ReactNode } from "react";
import type { ListColumn } from "#base/kernel";
import { formatCount, formatMoney, formatMoneyWhole, type GroupLine, periodLabel } from "#base/ui";
import type { ListOutline, ListSum } from "#base/wire";

type Group = NonNullable<ListOutline["groups"]>[number];

export function groupLine(
  group: Group | undefined,
  column: ListColumn | undefined,
  closed: boolean,
): GroupLine {
  if (group === undefined) return { label: "", count: 0, closed, figures: {} };
  const name = groupName(group, column);
  return { label: name, count: group.count, closed, figures: figuresOf(group.sums) };
}

/** What a group is called; records without a value are a group as well. */
export function groupName({ key, label }: Group, column: ListColumn | undefined): string {
  if (key === null) return `No ${column?.label.toLowerCase() ?? "value"}`;
  switch (column?.kind) {
    case "choice":
      return column.options?.find((one) => one.value === key)?.label ?? key;
    case "flag":
      return key === "true" ? "Yes" : "No";
    case "day":
    case "moment":
      return periodLabel(key);
    default:
      return label ?? key;
  }
}

/** Sums under their columns; what could not be counted for want of an exchange rate is said. */
export function figuresOf(sums: readonly ListSum[]): Record<string, ReactNode> {
  return Object.fromEntries(sums.map((sum) => [sum.column, <Summed key={sum.column} sum={sum} />]));
}

function Summed({ sum }: { sum: ListSum }) {
  const figure = sum.currency ? (
    <span className="qd-number" title={formatMoney(sum.sum, sum.currency)}>
      {formatMoneyWhole(sum.sum, sum.currency)}
    </span>
  ) : (
    <span className="qd-number">{formatCount(Number(sum.sum))}</span>
  );
  if (sum.withoutRate === 0) return figure;
  const reason = `${formatCount(sum.withoutRate)} left out: no exchange rate is known for their day. State one in Settings.`;
  return (
    <span title={reason}>
      {figure}
      <span className="qd-lacking" aria-hidden>
        *
      </span>
      <span className="qd-hidden">, {reason}</span>
    </span>
  );
}
