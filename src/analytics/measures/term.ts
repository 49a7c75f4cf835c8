/** A word of the glossary. */
export interface Term {
  readonly term: string;
  /** What it is, in one or two sentences. */
  readonly sentence: string;
  /** Words that others use for it and we do not. */
  readonly not: readonly string[];
}
