/** A row of a table that an import writes, by column name. */
/** A value for any column: temporal values and integers go as text, custom values as an object. */
export type Cell =
  | string
  | number
  | bigint
  | boolean
  | Temporal.PlainDate
  | Temporal.Instant
  | object
  | null
  | undefined;

/** A row by column name, with its id; `true_since` null means: since this import. */
export type RecordRow = { readonly id: string; readonly true_since?: Temporal.Instant | null } & Readonly<
  Record<string, Cell>
>;
