import pg from "pg";

const oid = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  xid8: 5069,
  int8Array: 1016,
  dateArray: 1182,
  timestampArray: 1115,
  timestamptzArray: 1185,
  numericArray: 1231,
};

/** "2026-11-23 20:14:53.123456+00" as PostgreSQL writes it → the same instant, to the microsecond. */
export function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T"));
}

/** What `arrayParser` is; its published types say a function. */
interface ArrayText {
  create(text: string, read: (element: string) => unknown): { parse(): unknown[] };
}

/** A reader of PostgreSQL's array text, whose elements are read by `read`; NULL elements stay null. */
function listOf(read: (element: string) => unknown): (text: string) => unknown[] {
  const arrayText = pg.types.arrayParser as unknown as ArrayText;
  return (text) => arrayText.create(text, read).parse();
}

const readers = new Map<number, (text: string) => unknown>([
  [oid.int8, BigInt],
  [oid.xid8, BigInt],
  [oid.date, (text) => Temporal.PlainDate.from(text)],
  [oid.timestamptz, instantOf],
  [oid.timestamp, (text) => Temporal.PlainDateTime.from(text)],
  [oid.int8Array, listOf(BigInt)],
  [oid.numericArray, listOf(String)],
  [oid.dateArray, listOf((text) => Temporal.PlainDate.from(text))],
  [oid.timestampArray, listOf((text) => Temporal.PlainDateTime.from(text))],
  [oid.timestamptzArray, listOf(instantOf)],
]);

/**
 * How column values arrive: int8 and xid8 as bigint, numeric as text, date, timestamp and timestamptz as Temporal
 * values, the rest as `pg` reads it. A null column is null and never reaches a reader.
 */
export const columnReaders: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === "binary" ? undefined : readers.get(id)) ?? pg.types.getTypeParser(id, format),
};

/**
 * Lets Temporal values be parameters, alone and inside arrays: `pg` asks a value for `toPostgres` before it falls
 * back to JSON, which would put quotes around the text.
 */
export function acceptTemporalParameters(): void {
  const prototypes = [
    Temporal.PlainDate.prototype,
    Temporal.PlainDateTime.prototype,
    Temporal.PlainTime.prototype,
    Temporal.Instant.prototype,
    Temporal.ZonedDateTime.prototype,
  ];
  for (const prototype of prototypes) {
    if ("toPostgres" in prototype) continue;
    Object.defineProperty(prototype, "toPostgres", {
      enumerable: false,
      value(this: { toString(options?: object): string }) {
        return this.toString({ timeZoneName: "never", calendarName: "never" });
      },
    });
  }
}
