/** What plan gives to whoever counts: targets and costs as facts, and their measures. */
import type { ReplicatedTable } from "#base/platform";
import { costRows } from "./budget/facts-store.ts";
import { targetRows } from "./targets/facts-store.ts";

export { costFact } from "./budget/facts-store.ts";
export { costMeasures } from "./budget/measures.ts";
export { targetFact } from "./targets/facts-store.ts";
export { targetMeasures } from "./targets/measures.ts";

export const planReplica: readonly ReplicatedTable[] = [targetRows, costRows];
