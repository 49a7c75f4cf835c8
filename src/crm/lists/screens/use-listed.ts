/** Some records of a list, and how many there are, for a panel: narrowed to the scope of the page, as their list is. */
import { useMemo } from "react";
import { readFilter } from "#base/kernel";
import { useAsk, useFollowsScope } from "#base/ui";
import { getListOutline } from "../contract.ts";
import type { ListNoun } from "../list-noun.ts";
import { useScopedFilter } from "./use-scoped.ts";

/** The filter narrowed to the scope; `person` is the column of the person whose the records are. */
export function useScopedText(filter: string, person: string): string {
  useFollowsScope();
  const read = useMemo(() => readFilter(filter), [filter]);
  return useScopedFilter(read, person);
}

/** How many records a filter finds and what they add up to. The filter is narrowed already. */
export function useCounted(noun: ListNoun, filter: string) {
  return useAsk(getListOutline, { params: { noun }, query: { filter, sort: "none", group: "none" } });
}

/** The amount that an outline adds up to, or null. */
export function amountOf(
  outline: ReturnType<typeof useCounted>["data"],
): { sum: string; currency: string } | null {
  const found = outline?.sums.find(({ column }) => column === "amount");
  return found?.currency ? { sum: found.sum, currency: found.currency } : null;
}
