/** A custom field: what a workspace wants to know about a noun beyond what every workspace knows. */
export const fieldNouns = ["account", "contact", "product", "opportunity", "activity", "person"] as const;
export type FieldNoun = (typeof fieldNouns)[number];
export const fieldTypes = ["text", "number", "date", "boolean", "choice"] as const;
export type FieldType = (typeof fieldTypes)[number];
export type CustomValue = string | number | boolean | null;
export type Custom = Readonly<Record<string, CustomValue>>;

export interface CustomField {
  readonly id: string;
  readonly version: number;
  readonly noun: FieldNoun;
  /** How the value is called in records, files and addresses. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  /** What can be chosen; empty unless the type is "choice". */
  readonly options: readonly string[];
  readonly removedAt: Temporal.Instant | null;
}

/** The reason why a field cannot be defined with these options, or null. */
export function onlyAChoiceHasOptions(type: FieldType, options: readonly string[]): string | null {
  if (type === "choice" && options.length === 0) return "A choice needs at least one option.";
  if (type !== "choice" && options.length > 0) return "Only a choice has options.";
  const twice = options.find((option, at) => options.indexOf(option) !== at);
  return twice === undefined ? null : `The option "${twice}" is there twice.`;
}

/** The reason why a value cannot stand in a field, or null. No value (null) fits every field. */
export function aValueFitsItsField(
  field: Pick<CustomField, "label" | "type" | "options">,
  value: CustomValue,
): string | null {
  if (value === null) return null;
  switch (field.type) {
    case "text":
      return typeof value === "string" ? null : `${field.label} is text.`;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : `${field.label} is a number.`;
    case "boolean":
      return typeof value === "boolean" ? null : `${field.label} is true or false.`;
    case "date":
      return typeof value === "string" && isDay(value)
        ? null
        : `${field.label} is a day, written YYYY-MM-DD.`;
    case "choice":
      return typeof value === "string" && field.options.includes(value)
        ? null
        : `${field.label} is one of: ${field.options.join(", ")}.`;
  }
}

/** What is wrong with custom values, by key: unknown keys and values that do not fit. Empty when all is well. */
export function customProblems(
  fields: readonly Pick<CustomField, "key" | "label" | "type" | "options">[],
  custom: Custom,
): { field: string; message: string }[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return Object.entries(custom).flatMap(([key, value]) => {
    const field = byKey.get(key);
    const reason = field ? aValueFitsItsField(field, value) : "There is no such custom field.";
    return reason === null ? [] : [{ field: `custom.${key}`, message: reason }];
  });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
