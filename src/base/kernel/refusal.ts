/** Why something was refused, in one word; the server turns each into its HTTP status. */
export type RefusalKind =
  | "not-found"
  | "invalid"
  | "conflict"
  | "denied"
  | "missing"
  | "too-much"
  | "unavailable";

/** A field at fault, by the name under which the caller sent it, and what is wrong with it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface RefusalDetail {
  /** What the person can do about it, as a sentence. */
  readonly fix?: string;
  readonly fields?: readonly FieldProblem[];
}

/** A refusal that a person can do something about. Anything else that goes wrong is a fault of the program. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly fix: string;
  readonly fields: readonly FieldProblem[];

  constructor(kind: RefusalKind, message: string, detail: RefusalDetail = {}) {
    super(message);
    this.name = "Refusal";
    this.kind = kind;
    this.fix = detail.fix ?? "";
    this.fields = detail.fields ?? [];
  }
}

/** Throws a {@link Refusal}: what happened as a sentence, and where known its fix and the fields at fault. */
export function refuse(kind: RefusalKind, message: string, detail: RefusalDetail = {}): never {
  throw new Refusal(kind, message, detail);
}
