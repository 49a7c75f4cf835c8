/** Lists of records: one way to filter, order, group and page through whatever a noun's store declares. */
export { figuresAt } from "./figures.ts";
export { type ListAsked, type Listing, readListing } from "./listing.ts";
export { type Group, markEvery, type Outline, outlineOf, type Sum } from "./outline.ts";
export { everyId, type PlacesAsked, pageOfIds } from "./page.ts";
export { convertedAmount, findRates } from "./rates.ts";
export {
  byName,
  type ColumnParts,
  type ListGround,
  type ListSource,
  listGround,
  type Sql,
} from "./source.ts";
export { type FoundValue, valuesOf } from "./values.ts";
