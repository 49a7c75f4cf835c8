import { bind, type Route } from "#base/platform";
import { answerAsked, listRecords, readCatalogue } from "./actions.ts";
import { askMeasure, listMeasures, measureRecords } from "./contract.ts";

export const measureRoutes: readonly Route[] = [
  bind(listMeasures, ({ services, sight }) => readCatalogue(services, sight)),
  bind(askMeasure, ({ services, sight, params, query }) => answerAsked(services, sight, params.name, query)),
  bind(measureRecords, ({ services, sight, params, query }) =>
    listRecords(services, sight, params.name, query),
  ),
];
