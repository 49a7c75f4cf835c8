/** Lists as grids: the grid, and the parts with which it is filtered, ordered, grouped and shaped. */

export { ColumnsMenu, movedColumn, pinnedColumn } from "./ColumnsMenu.tsx";
export type { CellRange } from "./cell-cursor.ts";
export { FilterBar, type FilterFocus } from "./FilterBar.tsx";
export { fetchFile } from "./fetch-file.ts";
export { periodWords } from "./filter-words.ts";
export { Grid, lineHeight } from "./Grid.tsx";
export type { HeadActions } from "./GridHead.tsx";
export type { GroupLine } from "./GridLine.tsx";
export { GroupMenu, groupingBy } from "./GroupMenu.tsx";
export type { EditorProps, GridColumn, Onwards } from "./grid-column.ts";
export { type Layout, layoutOf, linesMax } from "./layout.ts";
export { MenuButton } from "./MenuButton.tsx";
export type { UseNames, UseValues, ValueChoice } from "./SetValue.tsx";
export { SortMenu } from "./SortMenu.tsx";
export { textOfView, useView, type View, type ViewState, type ViewText } from "./use-view.ts";
