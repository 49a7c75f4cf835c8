export type { Row } from "./duck.ts";
export { allOf, columnsNamed, duck, type Fragment, joined, raw, type Value } from "./fragment.ts";
export { exchangeRates, inWorkspaceCurrency, joinRate, moneyMacros } from "./rates.ts";
export { openReplica, type Replica, type ReplicaOptions } from "./replica.ts";
export type { ColumnType, ReplicatedTable } from "./table.ts";
