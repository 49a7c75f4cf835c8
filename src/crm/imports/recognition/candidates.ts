/** What the rows of a plain table can be by the words of its columns, the likeliest first. */
import { type ColumnProfile, isUnique } from "../values/column-profile.ts";
import { isMeantBy, isNamedBy } from "./field.ts";
import type { Field, Noun, SourceObject } from "./field-kind.ts";
import { fieldsOf } from "./known-names.ts";
import type { ReadableKind } from "./readable-kind.ts";
import type { ProfiledFile } from "./recognise.ts";

export interface Candidate {
  readonly object: SourceObject;
  readonly score: number;
  readonly key: string;
  readonly known: readonly string[];
}

/** Fields without which a row says nothing about the noun: all of one of these sets must be there. */
const cores: Readonly<Record<Noun, readonly (readonly string[])[]>> = {
  opportunity: [
    ["stage"],
    ["status", "amount"],
    ["amount", "closeOn"],
    ["closedAmount", "closeOn"],
    ["isWon"],
  ],
  account: [["industry"], ["employees"], ["parent"], ["annualRevenue"], ["domain"], ["country"], ["city"]],
  contact: [
    ["email", "account"],
    ["phone", "account"],
    ["title", "account"],
    ["lastName", "email"],
  ],
  product: [["listPrice"], ["code"], ["family"]],
  person: [["manager"], ["region"], ["team"], ["email"], ["title"], ["startedOn"]],
  activity: [
    ["type", "dueAt"],
    ["subject", "dueAt"],
    ["type", "done"],
  ],
};

const nounWords: Readonly<Record<Noun, RegExp>> = {
  opportunity: /opportunit|oportunidad|trattativ|deal|pipeline|potential|verkaufschance|affaire|forecast/i,
  account: /account|compan|customer|organi[sz]ation|client|kunde|firm|compte|cuenta|empresa/i,
  contact: /contact|contatt|kontakt|ansprechpartner/i,
  product: /product|item|catalog|produ[ik]t|artikel|prodott/i,
  person:
    /team|people|person|user|agent|rep|employee|staff|owner|mitarbeiter|équipe|equipe|equipo|vendeur|vendedor/i,
  activity: /activit|task|event|call|meeting/i,
};

/** What a table is looked at as. */
interface Reading {
  readonly object: SourceObject;
  readonly fields: readonly Field[];
  readonly cores: readonly (readonly string[])[];
  readonly called: RegExp;
  /** The fields of which the first that is there names the record; all of them together where there is no id. */
  readonly key: readonly string[];
  readonly isOf?: ReadableKind["isOf"];
  /** Each row is a record of its own, so that a name that occurs twice is the name of something else. */
  readonly isNamedOnce: boolean;
}

const nounReadings = (Object.keys(fieldsOf) as Noun[]).map(
  (noun): Reading => ({
    object: noun,
    fields: fieldsOf[noun],
    cores: cores[noun],
    called: nounWords[noun],
    key: ["id", "name", "lastName"],
    isNamedOnce: noun === "account" || noun === "product" || noun === "person",
  }),
);

function candidateFor(reading: Reading, file: ProfiledFile): Candidate | null {
  const { object, fields } = reading;
  const known = new Map<string, ColumnProfile>();
  for (const profile of file.profiles) {
    const isFree = (field: Field) => !known.has(field.field);
    const found =
      fields.find((field) => isNamedBy(field, profile.column) && isFree(field)) ??
      fields.find((field) => isMeantBy(field, profile.column) && isFree(field));
    if (found !== undefined) known.set(found.field, profile);
  }
  const key = reading.key.map((field) => known.get(field)).find((one) => one !== undefined);
  if (key === undefined || key.filled === 0) return null;
  if (!reading.cores.some((core) => core.every((field) => known.has(field)))) return null;
  if (reading.isOf?.(new Set(known.keys()), file.columns) === false) return null;
  const unique = isUnique(key);
  if (!unique && reading.isNamedOnce) return null;
  const named = reading.called.test(file.file) ? 3 : 0;
  return {
    object,
    score: known.size + named + (unique ? 1 : 0),
    key: key.column,
    known: [...known.values()].map((profile) => profile.column),
  };
}

/** Everything that the rows of a table can be, the likeliest first. */
export function candidatesFor(file: ProfiledFile, kinds: readonly ReadableKind[]): Candidate[] {
  const contributed = kinds.map(
    (kind): Reading => ({ ...kind, key: ["id", ...kind.key], isNamedOnce: false }),
  );
  return [...nounReadings, ...contributed]
    .flatMap((reading) => candidateFor(reading, file) ?? [])
    .toSorted((a, b) => b.score - a.score);
}
