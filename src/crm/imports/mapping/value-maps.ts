/** What values of a column stand for where they are no words that the record knows, with the evidence. */
import type { ProfiledFile } from "../recognition/recognise.ts";
import type { Given } from "../recognition/shape.ts";
import type { ColumnPlan } from "./column-plan.ts";
import type { Question } from "./import-plan.ts";

/** A file with its columns as far as they are planned. */
export interface ValuedFile {
  readonly file: ProfiledFile;
  readonly columns: readonly ColumnPlan[];
  readonly given?: Given | undefined;
}

/** What a value of a column seems to stand for, and why. Accepted: the import takes it so. */
export interface Reading {
  readonly file: string;
  readonly column: string;
  readonly value: string;
  readonly match: string;
  readonly evidence: string;
  readonly accepted: boolean;
  /** A person said it. */
  readonly byHand: boolean;
}

/** What was decided on the values of columns: "file column" → value → what it stands for. */
export interface ValueMaps {
  readonly meant: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly readings: readonly Reading[];
  readonly questions: readonly Question[];
  readonly warnings: readonly string[];
}

type Decision = Pick<Reading, "match" | "evidence" | "accepted">;

export const placeNamed = (file: string, column: string): string => `${file}\n${column}`;

/** Gathers decisions on values, column by column; a person's word stands above the evidence. */
export class ValueMapper {
  readonly #said: Readonly<Record<string, string | null>>;
  readonly #meant = new Map<string, Record<string, string>>();
  readonly #readings = new Map<string, Reading>();
  readonly #questions: Question[] = [];
  readonly #warnings: string[] = [];

  /** `said`: value → what a person says that it stands for; null: for itself. */
  constructor(said: Readonly<Record<string, string | null>> = {}) {
    this.#said = said;
  }

  /** Whether a person has said what a value stands for, or that it stands for itself. */
  isSaid(value: string): boolean {
    return Object.hasOwn(this.#said, value);
  }

  /** What a value stands for without any doubt, such as an id of a table. */
  know(file: string, column: string, value: string, meaning: string): void {
    const place = placeNamed(file, column);
    const meant = this.#meant.get(place) ?? {};
    this.#meant.set(place, meant);
    meant[value] = meaning;
  }

  /** What a value seems to stand for. What a person has said of it counts instead. */
  decide(file: string, column: string, value: string, decision: Decision | null): void {
    const said = this.#said[value];
    const made: Decision | null =
      typeof said === "string"
        ? { match: said, evidence: "Said by hand.", accepted: true }
        : said === null && decision !== null
          ? { ...decision, accepted: false }
          : decision;
    if (made === null) return;
    this.#readings.set(value, { file, column, value, ...made, byHand: this.isSaid(value) });
    if (made.accepted) this.know(file, column, value, made.match);
  }

  ask(question: Question): void {
    this.#questions.push(question);
  }

  warn(sentence: string): void {
    this.#warnings.push(sentence);
  }

  finish(): ValueMaps {
    return {
      meant: this.#meant,
      readings: [...this.#readings.values()],
      questions: this.#questions,
      warnings: this.#warnings,
    };
  }
}

/** Columns with what their values were found to stand for. */
export function withMeanings(
  file: string,
  columns: readonly ColumnPlan[],
  maps: readonly ValueMaps[],
): ColumnPlan[] {
  return columns.map((column) => {
    const found = maps.flatMap((map) => Object.entries(map.meant.get(placeNamed(file, column.column)) ?? {}));
    return found.length === 0 ? column : { ...column, meant: Object.fromEntries(found) };
  });
}

/** The columns of files that fill a field, with the different values of each and how often they occur. */
export function* columnsFilling(files: readonly ValuedFile[], field: string) {
  for (const { file, columns, given } of files) {
    for (const [at, column] of columns.entries()) {
      const values = file.profiles[at]?.values;
      if (column.use === "field" && column.field === field && values != null)
        yield { file: file.file, column, values, given };
    }
  }
}
