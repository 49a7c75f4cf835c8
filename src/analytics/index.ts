/** The door of analytics for servers. */
export { answerAsked, canCut, listRecords } from "./measures/actions.ts";
export { glossary, type Term } from "./measures/glossary.ts";
export { catalogue } from "./measures/measures.ts";
export { measureRoutes } from "./measures/routes.ts";
export { standingFigures } from "./measures/standing-actions.ts";
