/** The door to the user interface: the shell, the parts that every page is made of, and the way to the server. */
export { Amount, Change, Count, Day, DayOf, Days, DueDay, DueMoment, Percent, Status } from "./Amount.tsx";
export {
  all,
  carryShownDay,
  one,
  type Patch,
  readSearch,
  type Search,
  useAddress,
  useAsOf,
  writeSearch,
} from "./address.ts";
export { BarCell } from "./Bars.tsx";
export { Breakdown, type BreakdownBar } from "./chart/Breakdown.tsx";
export { ChartFrame, Legend } from "./chart/ChartFrame.tsx";
export type { ChartTable } from "./chart/ChartTable.tsx";
export { type Cohort, CohortGrid } from "./chart/CohortGrid.tsx";
export { Distribution, type Range } from "./chart/Distribution.tsx";
export { Funnel, type FunnelStage, weakestOf } from "./chart/Funnel.tsx";
export { PeriodTrend, type TrendPeriod } from "./chart/PeriodTrend.tsx";
export { type RangeGroup, type RangeRow, Ranges } from "./chart/Ranges.tsx";
export { Sparkline } from "./chart/Sparkline.tsx";
export { StackedTrend, type TrendSeries } from "./chart/StackedTrend.tsx";
export { type Fall, type FallTone, Waterfall } from "./chart/Waterfall.tsx";
export type { Column, Sort } from "./column.ts";
export {
  fetchTransport,
  makeQueryClient,
  problemOf,
  useAsk,
  useAskAll,
  useAskPages,
  useDo,
  useSend,
  useWorkspaceChoice,
  WorkspaceChoiceProvider,
} from "./connection.tsx";
export { DataTable } from "./DataTable.tsx";
export { Denied, denialOf } from "./Denied.tsx";
export {
  type DimensionFacts,
  DimensionSelect,
  DimensionsProvider,
  useDimensionLabel,
  useDimensions,
} from "./dimensions.tsx";
export { Editable } from "./Editable.tsx";
export { Defined, Figure } from "./Figure.tsx";
export { Confirm } from "./form/Confirm.tsx";
export { DayField } from "./form/DayField.tsx";
export { type Doing, Form, fieldError, Refused } from "./form/Form.tsx";
export { MoneyField } from "./form/MoneyField.tsx";
export { type PeriodDays, PeriodField, usePeriods } from "./form/PeriodField.tsx";
export { SideForm } from "./form/SideForm.tsx";
export { Page, Section, SidePanel } from "./Page.tsx";
export { Panel } from "./Panel.tsx";
export { Person } from "./Person.tsx";
export { Presets, Tag } from "./Presets.tsx";
export { useRemembered, useRememberedHere } from "./remembered.ts";
export { SearchField } from "./SearchField.tsx";
export { Answer, Empty, Failed, Loading, More, TooMuch } from "./States.tsx";
export type { ScopeGroup } from "./scope/ScopePicker.tsx";
export { Slices, useSlices } from "./scope/Slices.tsx";
export { type Scope, scopeText, useFollowsScope, useScope } from "./scope/scope.ts";
export { CommandPalette } from "./shell/CommandPalette.tsx";
export { type Command, type CommandGroup, fitOf } from "./shell/commands.ts";
export { type Keys, useKeys } from "./shell/keyboard.ts";
export {
  type Desk,
  type NavEntry,
  navigationOf,
  type PageEntry,
  type PageHelp,
} from "./shell/navigation.ts";
export type { HomePanel, PanelProps, PanelWidth } from "./shell/panel.ts";
export { Shell } from "./shell/Shell.tsx";
export { Tour, type TourStop } from "./shell/Tour.tsx";
export * from "./table/index.ts";
export { restColor, seriesColor, seriesCount, theme } from "./theme.ts";
export { dayIn } from "./time/day-words.ts";
export { useTimeTravel } from "./time/time-travel.ts";
export { takeBackLast, tell, tellFailed } from "./toast.tsx";
export {
  counted,
  countryName,
  formatCount,
  formatDay,
  formatDays,
  formatFigure,
  formatInstant,
  formatMoney,
  formatMoneyShort,
  formatMoneyWhole,
  formatMonth,
  formatRate,
  headline,
  monthNames,
} from "./words.ts";
export {
  periodLabel,
  useQuarters,
  useShownDay,
  useToday,
  useWorkspace,
  type WorkspaceFacts,
  WorkspaceProvider,
} from "./workspace.tsx";
