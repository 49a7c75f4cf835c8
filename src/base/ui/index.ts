/** The door to the user interface: the shell, the parts that every page is made of, and the way to the server. */
export { Amount, Change, Count, Day, Days, Percent, Status } from "./Amount.tsx";
export {
  all,
  one,
  type Patch,
  readSearch,
  type Search,
  useAddress,
  useAsOf,
  writeSearch,
} from "./address.ts";
export { BarCell } from "./Bars.tsx";
export { ChartFrame, type ChartTable, Legend } from "./Chart.tsx";
export { type Command, type CommandGroup, CommandPalette } from "./CommandPalette.tsx";
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
export {
  type DimensionFacts,
  DimensionSelect,
  DimensionsProvider,
  useDimensionLabel,
  useDimensions,
} from "./dimensions.tsx";
export { type ChartColors, EChart } from "./EChart.tsx";
export { Editable } from "./Editable.tsx";
export { Defined, Figure } from "./Figure.tsx";
export { type Keys, useKeys } from "./keyboard.ts";
export { type Desk, type NavEntry, navigationOf, type PageEntry } from "./navigation.ts";
export { Page, Section, SidePanel } from "./Page.tsx";
export { Shell } from "./Shell.tsx";
export { Slices, useSlices } from "./Slices.tsx";
export { Sparkline } from "./Sparkline.tsx";
export { Answer, Empty, Failed, Loading, More } from "./States.tsx";
export * from "./table/index.ts";
export { seriesColor, seriesColors, theme } from "./theme.ts";
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
  formatMonth,
  formatRate,
  headline,
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
