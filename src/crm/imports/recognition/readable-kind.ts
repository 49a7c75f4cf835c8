/** A kind of rows that imports can read: its fields, the exports that hold it, and how a plain table of it is told. */
import type { Field } from "./field-kind.ts";
import type { Shape } from "./shape.ts";

/** A question on a file of a kind that the file itself may not answer, with the answers that there can be. */
export interface KindSetting {
  readonly name: string;
  readonly values: readonly string[];
}

export interface ReadableKind {
  /** What its rows are, in one word: "target". */
  readonly object: string;
  /** How several of them are called: "Targets". */
  readonly title: string;
  readonly fields: readonly Field[];
  /** The exports that hold it, by their columns. */
  readonly shapes: readonly Shape[];
  /** Fields without which a row of a plain table says nothing: all of one of these sets must be there. */
  readonly cores: readonly (readonly string[])[];
  /** How files of it are called. */
  readonly called: RegExp;
  /** Whether a table with these known fields and these columns can be one of it; left out: it can. */
  isOf?(known: ReadonlySet<string>, columns: readonly string[]): boolean;
  /** Fields that together say which record a row is, where it has no id. */
  readonly key: readonly string[];
  /** Columns that belong to the key besides, by the words of their names. */
  readonly keyToo?: RegExp;
  /** What a person can say of a file of it, beside its columns. */
  readonly settings?: readonly KindSetting[];
}
