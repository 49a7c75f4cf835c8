/** An id of a source and the record that it stands for. */
export interface Link {
  readonly sourceId: string;
  readonly recordId: string;
  /** What was last said; "" for a record that was only named so far. */
  readonly fingerprint: string;
}
