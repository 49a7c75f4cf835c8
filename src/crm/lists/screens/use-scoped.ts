/** The scope of the page (a region, a team, a person) as part of what a list is asked. */
import { useMemo } from "react";
import { type FilterGroup, filterText } from "#base/kernel";
import { useScope } from "#base/ui";

/** The filter as text, narrowed down to the scope; `person` is the column of the person whose the records are. */
export function useScopedFilter(filter: FilterGroup, person: string | undefined): string {
  const { scope } = useScope();
  const { kind, name } = scope ?? {};
  return useMemo(() => {
    if (kind === undefined || name === undefined || person === undefined) return filterText(filter);
    const column = kind === "person" ? person : kind;
    const within = { column, test: "is", values: [name] } as const;
    const rest = filter.parts.length > 0 && filter.join === "or" ? [filter] : filter.parts;
    return filterText({ join: "and", parts: [within, ...rest] });
  }, [filter, person, kind, name]);
}
