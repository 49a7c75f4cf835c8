/** What other files of a source say of a record: its company, its team, its owner, that it was merged into another. */
import type { ColumnPlan, UnderstoodFile } from "../mapping/column-plan.ts";
import type { FieldValue, ReadRow } from "../mapping/row.ts";
import type { SourceObject } from "../recognition/field-kind.ts";
import type { SourceName } from "../recognition/shape.ts";
import type { Moment } from "../values/date-text.ts";
import { teamPath } from "./team-book.ts";

export type MergedNoun = "account" | "contact" | "opportunity";

interface Merge {
  readonly into: string;
  readonly at: Moment | null;
}

/** A person of the files as far as it takes to see who reports to whom. */
export interface Managed {
  readonly key: string;
  readonly fingerprint: string;
  readonly name: string | null;
  readonly email: string | null;
  /** What the row writes for the manager. */
  readonly manager: string | null;
}

const references: Readonly<Record<string, MergedNoun>> = {
  account: "account",
  parent: "account",
  contact: "contact",
  opportunity: "opportunity",
};

export class Joins {
  /** Everybody of the files, in their order, with whom they name as manager. */
  readonly managed: Managed[] = [];
  readonly #source: SourceName;
  readonly #digest: (parts: readonly string[]) => string;
  /** Object → field → key of the record → value. */
  readonly #values = new Map<SourceObject, Map<string, Map<string, FieldValue>>>();
  readonly #merges = new Map<MergedNoun, Map<string, Merge>>();
  /** Names of accounts in small letters → the key of the row that has the name. */
  readonly #accounts = new Map<string, string>();
  readonly #teams = new Map<string, { readonly name: string; readonly partOf: string | null }>();

  constructor(source: SourceName, digest: (parts: readonly string[]) => string) {
    this.#source = source;
    this.#digest = digest;
  }

  /** Notes a field of a record that stands in another file. The first counts, unless a later one is said to be surer. */
  note(object: SourceObject, key: string, field: string, value: FieldValue, surer = false): void {
    const fields = this.#values.get(object) ?? new Map<string, Map<string, FieldValue>>();
    this.#values.set(object, fields);
    const values = fields.get(field) ?? new Map<string, FieldValue>();
    fields.set(field, values);
    if (surer || !values.has(key)) values.set(key, value);
  }

  /** Notes that a record was merged into another, and when. */
  merge(noun: MergedNoun, from: string, into: string, at: Moment | null): void {
    if (from === into) return;
    const merges = this.#merges.get(noun) ?? new Map<string, Merge>();
    this.#merges.set(noun, merges);
    merges.set(from, { into, at: at ?? merges.get(from)?.at ?? null });
  }

  /** Notes which row of the files has a name that others give as their parent's. */
  nameAccount(name: string, key: string): void {
    this.#accounts.set(name, key);
  }

  /** Notes what a team is called, and which team it is a part of, by its id or else by its name. */
  nameTeam(id: string, name: string, partOf: string | null = null): void {
    this.#teams.set(id, { name, partOf });
  }

  /** A team with those that it is a part of, as one text; what no file names as a team is a name itself. */
  #teamOf(id: string): string {
    const names: string[] = [];
    const seen = new Set<string>();
    let at: string | null = id;
    for (let team = this.#teams.get(id); at !== null && team !== undefined && !seen.has(at); ) {
      seen.add(at);
      names.unshift(team.name);
      at = team.partOf;
      team = at === null ? undefined : this.#teams.get(at);
    }
    if (at !== null && !seen.has(at)) names.unshift(at);
    return teamPath(names);
  }

  /** The record that a record ended in, after however many merges; itself when it was not merged. */
  winnerOf(noun: MergedNoun, key: string): string {
    const merges = this.#merges.get(noun);
    const seen = new Set<string>();
    let at = key;
    for (let next = merges?.get(at); next !== undefined && !seen.has(at); next = merges?.get(at)) {
      seen.add(at);
      at = next.into;
    }
    // A circle of merges has no winner.
    return seen.has(at) ? key : at;
  }

  /** A row with what other files say of its record. */
  fill(object: SourceObject, row: ReadRow): ReadRow {
    const added = new Map<string, FieldValue>();
    for (const [field, values] of this.#values.get(object) ?? []) {
      const value = values.get(row.key);
      if (value !== undefined && !row.fields.has(field)) added.set(field, value);
    }
    const all = new Map([...row.fields, ...added]);
    for (const [field, value] of all) {
      if (typeof value !== "string") continue;
      const meant = this.#meant(object, field, value);
      if (meant !== value) added.set(field, meant);
    }
    const merged = this.#merges.get(object as MergedNoun)?.get(row.key);
    if (merged !== undefined && this.winnerOf(object as MergedNoun, row.key) !== row.key) {
      added.set("isDeleted", true);
      added.set("isMerged", true);
      if (merged.at !== null) added.set("mergedAt", merged.at);
    }
    if (added.size === 0) return row;
    const said = [...added].flatMap(([field, value]) => [field, JSON.stringify(value)]);
    return {
      ...row,
      fields: new Map([...row.fields, ...added]),
      fingerprint: this.#digest([row.fingerprint, ...said]),
    };
  }

  #meant(object: SourceObject, field: string, value: string): string {
    if ((object === "person" || object === "team-membership") && field === "team") return this.#teamOf(value);
    let meant = value;
    // HubSpot writes several linked records with semicolons between them, the first of which is the primary one.
    if (
      this.#source === "hubspot" &&
      (field === "account" || field === "parent") &&
      /^\d+(\s*;\s*\d+)+$/.test(meant)
    )
      meant = meant.split(";")[0]?.trim() ?? meant;
    if (this.#source === "hubspot" && field === "owner") meant = meant.replace(/\s*\([^()]*@[^()]*\)$/, "");
    if (object === "account" && field === "parent") meant = this.#accounts.get(meant.toLowerCase()) ?? meant;
    const noun = references[field];
    return noun === undefined ? meant : this.winnerOf(noun, meant);
  }

  /** A file as if it had columns for what other files say of its records. */
  widened<F extends UnderstoodFile>(file: F): F {
    const { object } = file;
    const fields = new Set(this.#values.get(object)?.keys());
    if (this.#merges.has(object as MergedNoun)) fields.add("isDeleted");
    const columns = [...fields].map(
      (field): ColumnPlan => ({
        column: field,
        use: "field",
        field,
        kind: null,
        custom: null,
        stage: null,
        dateOrder: null,
        mark: ".",
        percent: false,
        reason: "Another file says it.",
        examples: [],
      }),
    );
    return { ...file, columns: [...file.columns, ...columns] };
  }
}
