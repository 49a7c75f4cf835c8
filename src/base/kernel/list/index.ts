/** What a list is asked, as data: which records, in which order and groups, with which columns. */
export {
  type Choice,
  type ColumnKind,
  canGroup,
  type FieldColumn,
  isAboutDays,
  isFigure,
  type ListColumn,
  withCustomColumns,
} from "./column.ts";
export { type DayGround, type DayRange, dayFrom, daysOfPeriod } from "./days.ts";
export {
  aFilterAsksWhatItsColumnsKnow,
  type Condition,
  conditionsOf,
  countOfValues,
  type Filter,
  type FilterGroup,
  type FilterTest,
  isGroup,
  noFilter,
  testsOf,
  whoAsks,
} from "./filter.ts";
export { filterText, readFilter } from "./filter-text.ts";
export {
  aGroupingFitsItsColumn,
  aListShowsColumnsItHasOnce,
  anOrderNamesColumnsOnce,
  type GroupGrain,
  type Grouping,
  groupGrains,
  groupingText,
  readGrouping,
  readShownColumns,
  readSorts,
  type ShownColumn,
  type SortBy,
  shownColumnsText,
  sortsText,
} from "./order.ts";
