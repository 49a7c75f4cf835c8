/** The records that are chosen in a list, wherever they stand in it. */
import { counted, type GridColumn, tell, tellFailed } from "#base/ui";
import { tabbedText } from "./clipboard-text.ts";
import type { ListRow } from "./list-spec.ts";
import type { Choosing } from "./use-chosen.ts";
import type { ListState } from "./use-list.ts";
import type { RowsAt } from "./use-rows-at.ts";

/** As many as can be changed or copied at once. */
export const chosenMax = 5_000;

export function useChosenRows<T extends ListRow>(list: ListState<T>, chosen: Choosing, rowsAt: RowsAt<T>) {
  const rowOf = (at: number) => {
    const line = list.layout.lineAt(at);
    return line?.kind === "record" ? list.rowAt(line.place) : undefined;
  };
  /** All chosen records; throws where there are more than can be fetched at once. */
  const fetch = async (): Promise<T[]> => {
    const total = list.outline?.count ?? 0;
    if (chosen.count > chosenMax || (chosen.all && total > chosenMax)) {
      throw new Error(`At most ${counted(chosenMax, "record")} at once: filter the list, or choose fewer.`);
    }
    const rows = await rowsAt(Array.from({ length: total }, (_, place) => place));
    return [...rows].sort(([a], [b]) => a - b).flatMap(([, row]) => (chosen.has(row.id) ? [row] : []));
  };
  return {
    fetch,
    choose(lines: readonly number[], on: boolean) {
      chosen.set(
        lines.flatMap((at) => rowOf(at)?.id ?? []),
        on,
      );
    },
    /** Copies the chosen records with their columns' names above them. */
    async copy(columns: readonly GridColumn<T>[]) {
      try {
        const rows = await fetch();
        const lines = [
          columns.map(({ header }) => header),
          ...rows.map((row) => columns.map((one) => one.text(row))),
        ];
        await navigator.clipboard.writeText(tabbedText(lines));
        tell(`Copied ${counted(rows.length, "line")}.`);
      } catch (failure) {
        tellFailed(failure);
      }
    },
  };
}
