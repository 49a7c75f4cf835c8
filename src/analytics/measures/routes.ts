import { bind, type Route } from "#base/platform";
import { answerAsked, listRecords, readCatalogue, spreadAsked } from "./actions.ts";
import { askMeasure, listMeasures, measureRecords, measureSpread } from "./contract.ts";

export const measureRoutes: readonly Route[] = [
  bind(listMeasures, ({ services, sight }) => readCatalogue(services, sight)),
  bind(askMeasure, ({ services, sight, params, query }) => answerAsked(services, sight, params.name, query)),
  bind(measureSpread, ({ services, sight, params, query }) =>
    spreadAsked(services, sight, params.name, query),
  ),
  bind(measureRecords, ({ services, sight, params, query }) =>
    listRecords(services, sight, params.name, query),
  ),
];
