/** What can be chosen in the filter of a list: the values that its records have, and the names of chosen records. */
import type { ListColumn } from "#base/kernel";
import { type UseNames, type UseValues, useAsk } from "#base/ui";
import { getListValues } from "../contract.ts";
import type { ListNoun } from "../list-noun.ts";

/** The hooks for a noun's list; made once, outside of any component. */
export function valuesOfList(noun: ListNoun): { useValues: UseValues; useNames: UseNames } {
  const useValues: UseValues = (column, label, enabled) => {
    const asked = useAsk(
      getListValues,
      { params: { noun }, query: { column: column.id, label, limit: 50 } },
      { enabled },
    );
    const items = enabled ? (asked.data?.items ?? []) : [];
    return { items, pending: enabled && asked.isFetching };
  };
  const useNames: UseNames = (column: ListColumn | undefined, ids) => {
    const known = ids.filter((id) => id !== "me");
    const enabled = column !== undefined && known.length > 0;
    const id = column?.id ?? "";
    const asked = useAsk(
      getListValues,
      {
        params: { noun },
        query: { column: id, filter: `${id}.one-of(${known.join(",")})`, limit: 200 },
      },
      { enabled, keep: false },
    );
    return (wanted) => asked.data?.items.find(({ value }) => value === wanted)?.label;
  };
  return { useValues, useNames };
}
