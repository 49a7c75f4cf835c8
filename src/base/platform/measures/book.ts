/** The book of measures: everything the capabilities contribute, checked when the program starts. */
import { Refusal } from "#base/kernel";
import type { Db } from "../db/index.ts";
import { type Dimension, defaultChoice, type Measure } from "./definition.ts";
import type { Fact } from "./fact.ts";

export interface Book {
  readonly measures: readonly Measure[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly dimensions: readonly Dimension[];
  /** Dimensions that a workspace's own custom fields add. */
  fieldDimensions(db: Db, workspaceId: string): Promise<Dimension[]>;
}

export const timeDimensions: readonly Dimension[] = [
  { name: "day", label: "Day", sentence: "By calendar day.", kind: "time" },
  { name: "week", label: "Week", sentence: "By week, Monday to Sunday, or the fiscal week.", kind: "time" },
  { name: "month", label: "Month", sentence: "By month of the fiscal calendar.", kind: "time" },
  { name: "quarter", label: "Quarter", sentence: "By fiscal quarter.", kind: "time" },
  { name: "year", label: "Year", sentence: "By fiscal year.", kind: "time" },
];

/** Puts the book together; refuses a name used twice, or a component of a fact or column that does not exist. */
export function bindBook(parts: {
  measures: readonly Measure[];
  facts: readonly Fact[];
  dimensions: readonly Dimension[];
  fieldDimensions: Book["fieldDimensions"];
}): Book {
  const facts = new Map(parts.facts.map((fact) => [fact.name, fact]));
  const names = new Set<string>();
  for (const measure of parts.measures) {
    if (names.has(measure.name)) throw new Error(`Two measures are called ${measure.name}.`);
    names.add(measure.name);
    for (const component of Object.values(measure.components(defaultChoice(measure)))) {
      const fact = facts.get(component.fact);
      if (!fact)
        throw new Error(`${measure.name} needs the fact ${component.fact}, which nobody contributes.`);
      const used = [...component.keep.map((one) => one.column), component.period ?? ""].filter(Boolean);
      if ("column" in component.take) used.push(component.take.column);
      const missing = used.find((column) => !(column in fact.columns));
      if (missing)
        throw new Error(`${measure.name} needs ${component.fact}.${missing}, which does not exist.`);
    }
  }
  return { ...parts, facts, dimensions: [...parts.dimensions, ...timeDimensions] };
}

/** The measure of that name. Refuses an unknown one and names those that exist. */
export function measureNamed(book: Book, name: string): Measure {
  const measure = book.measures.find((one) => one.name === name);
  if (measure) return measure;
  throw new Refusal("not-found", `There is no measure called “${name}”.`, {
    fix: `Measures are: ${book.measures.map((one) => one.name).join(", ")}.`,
  });
}
