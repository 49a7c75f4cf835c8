/** The fields that an import can fill, looked up by object and name. */
import { headerUnit } from "../values/header-unit.ts";
import type { Field, Noun, SourceObject } from "./field-kind.ts";
import { field, fieldsOf } from "./known-names.ts";
import type { ReadableKind } from "./readable-kind.ts";
import { headerWord, headerWords } from "./wording.ts";

export type { Field, FieldKind, Noun, SourceObject } from "./field-kind.ts";
export { fieldsOf } from "./known-names.ts";

const everywhere: readonly Field[] = [field("isDeleted", "truth", "is deleted, deleted")];

/** The fields of the rows that tell a history; their names come from the shape of the export. */
const historyFields: readonly Field[] = [
  field("id", "id"),
  field("opportunity", "reference to opportunity"),
  field("at", "moment"),
  field("author", "reference to person"),
  field("stage", "text"),
  field("amount", "money"),
  field("closeOn", "day"),
  field("probability", "rate"),
  field("forecastCategory", "text"),
  field("isDeleted", "truth"),
  field("changedField", "text"),
  field("oldValue", "text"),
  field("newValue", "text"),
  field("name", "text"),
  field("options", "text"),
  field("type", "text"),
  field("position", "integer"),
  field("previousAmount", "money"),
  field("previousCloseOn", "day"),
  field("pipeline", "text"),
  field("isClosed", "truth"),
  field("isWon", "truth"),
  field("from", "id"),
  field("into", "id"),
  field("account", "reference to account"),
  field("contact", "reference to contact"),
  field("activity", "id"),
  field("person", "reference to person"),
  field("user", "id"),
  field("team", "id"),
  field("startsOn", "day"),
  field("endsOn", "day"),
  field("isPrimary", "truth"),
  field("role", "text"),
  field("parent", "id"),
  field("doneAt", "moment"),
  field("owner", "reference to person"),
  field("product", "reference to product"),
  field("quantity", "number"),
  field("unitPrice", "money"),
  field("currency", "text"),
];

/** Whether an object is a noun with records of its own, not a history or a table that helps to read others. */
export function isNoun(object: SourceObject): object is Noun {
  return Object.hasOwn(fieldsOf, object);
}

/** The fields that a file of this object can fill. `kinds`: what other capabilities let imports read. */
export function fieldsFor(object: SourceObject, kinds: readonly ReadableKind[] = []): readonly Field[] {
  const contributed = kinds.find((kind) => kind.object === object);
  if (contributed !== undefined) return [...contributed.fields, ...everywhere];
  if (object === "opportunity-states") return [...historyFields, ...fieldsOf.opportunity];
  return isNoun(object) ? [...fieldsOf[object], ...everywhere] : historyFields;
}

/** The field of an object by its name; undefined when it has none such. */
export function fieldNamed(
  object: SourceObject,
  name: string,
  kinds: readonly ReadableKind[] = [],
): Field | undefined {
  return fieldsFor(object, kinds).find((one) => one.field === name);
}

/** Whether a column has one of the names that exports write for the field. */
export const isNamedBy = (one: Field, column: string): boolean =>
  isAmong(one.names, withoutUnit(one, column));

/** Whether a column of this name means the field: its words are one of the field's names, together or apart. */
export const isMeantBy = (one: Field, column: string): boolean =>
  isNamedBy(one, column) || isAmong(one.otherNames ?? [], withoutUnit(one, column));

/** A column of amounts without the currency that its header says. */
const withoutUnit = (one: Field, column: string): string =>
  one.kind === "money" ? headerUnit(column).rest : column;

function isAmong(names: readonly string[], column: string): boolean {
  const words = headerWords(column);
  const withSigns = headerWords(column.replaceAll("%", " percent "));
  const word = headerWord(column);
  return names.some((name) => name === words || name === withSigns || name.replaceAll(" ", "") === word);
}
