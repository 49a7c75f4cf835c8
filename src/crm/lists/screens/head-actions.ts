/** What the head of a list's grid does to its view. */
import { canGroup, type ListColumn } from "#base/kernel";
import {
  type FilterFocus,
  groupingBy,
  type HeadActions,
  movedColumn,
  pinnedColumn,
  type ViewState,
} from "#base/ui";

export function headActions(
  columns: readonly ListColumn[],
  state: ViewState,
  onFilter: (focus: FilterFocus) => void,
): HeadActions {
  const { view, change } = state;
  return {
    sorts: view.sorts,
    canSort: () => true,
    sort(column, desc, add) {
      const sort = { column, desc };
      if (!add) return change({ sorts: [sort] });
      const at = view.sorts.findIndex((one) => one.column === column);
      change({ sorts: at < 0 ? [...view.sorts, sort] : view.sorts.with(at, sort) });
    },
    resize: (id, width) =>
      change(
        { columns: view.columns.map((one) => (one.id === id ? { ...one, width } : one)) },
        { replace: true },
      ),
    move: (id, to) => change({ columns: movedColumn(view.columns, id, to) }, { replace: true }),
    pin: (id, pinned) => change({ columns: pinnedColumn(view.columns, id, pinned) }, { replace: true }),
    hide: (id) => change({ columns: view.columns.filter((one) => one.id !== id) }),
    filter: (id) => onFilter({ on: "new", column: id }),
    group(id) {
      const column = columns.find((one) => one.id === id);
      return column && canGroup(column) ? () => change({ grouping: groupingBy(column) }) : undefined;
    },
  };
}
