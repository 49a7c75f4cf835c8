/** Every measure of opportunities. */
import type { Measure } from "#base/platform";
import { paceMeasures } from "./pace-measures.ts";
import { valueMeasures } from "./value-measures.ts";

export const opportunityMeasures: readonly Measure[] = [...valueMeasures, ...paceMeasures];
