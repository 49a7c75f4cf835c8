/** What an import is going to do, file by file, with everything it assumes, proposes and asks. */
import type { SourceObject } from "../recognition/field-kind.ts";
import type { SourceName } from "../recognition/shape.ts";
import type { DateOrder } from "../values/date-text.ts";
import type { DecimalMark } from "../values/number-text.ts";
import type { FileMapping, FilePlan, UnderstoodFile } from "./column-plan.ts";
import type { Outcome } from "./stage-words.ts";

/** Nouns whose records a file can name by their name, so that two spellings can mean one record. */
export type NamedNoun = "account" | "product" | "person";

/** What can be spelled in two ways: records that are named, and stages. */
export type SpelledNoun = NamedNoun | "stage";

export interface ImportOptions {
  readonly source?: SourceName | undefined;
  readonly mapping?:
    | {
        readonly files?: Readonly<Record<string, FileMapping>> | undefined;
        /** Spellings that mean one record or one stage, said by a person: {"product": {"GTXPro": "GTX Pro"}}; null: they do not. */
        readonly same?:
          | {
              readonly [Noun in SpelledNoun]?: Readonly<Record<string, string | null>> | undefined;
            }
          | undefined;
        /** What the source writes for a pipeline → the name that it gets; that of a pipeline that is there joins it. */
        readonly pipelines?: Readonly<Record<string, string>> | undefined;
        /** What the source writes for a pipeline, "" where it has only one → for a stage → what that is. */
        readonly stages?: Readonly<Record<string, Readonly<Record<string, StageWord>>>> | undefined;
        /** Field → what the files write → what is read in its place. */
        readonly values?:
          | { readonly [Name in WordedField]?: Readonly<Record<string, string>> | undefined }
          | undefined;
      }
    | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** For columns whose numbers do not tell it themselves. */
  readonly decimalMark?: DecimalMark | undefined;
  readonly currency?: string | undefined;
}

/** Fields whose values are words of the source that mean one of ours. */
export const wordedFields = ["status", "forecastCategory", "currency"] as const;
export type WordedField = (typeof wordedFields)[number];

/** What a person says of a stage of the source: the stage's name here, and whether it ends a sale. */
export interface StageWord {
  readonly name?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/** What the workspace says where a file does not. */
export interface ImportSetting {
  readonly currency: string;
  readonly timeZone: string;
  /** The custom fields that there are: they keep their types. */
  readonly fields?: readonly KnownField[] | undefined;
}

/** A custom field of the workspace. */
export interface KnownField {
  readonly noun: string;
  readonly key: string;
  readonly type: string;
}

/** Two spellings that may be one record or one stage. Accepted: the import takes them for one, and says so. */
export interface Proposal {
  readonly object: SpelledNoun;
  readonly file: string;
  readonly value: string;
  readonly match: string;
  readonly evidence: string;
  readonly accepted: boolean;
}

/** Something that the files cannot decide. */
export interface Question {
  readonly file: string;
  readonly column: string;
  readonly question: string;
  readonly examples: readonly string[];
  readonly option: string;
}

export interface StagePlan {
  /** What the source writes for it. */
  readonly value: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly probability: string | null;
  /** Rows in which it stands; null or missing where nobody counted. */
  readonly rows?: number | null;
  /** Why it counts as open, won or lost. */
  readonly because?: string;
  /** A person said what it is. */
  readonly byHand?: true;
}

export interface PipelinePlan {
  /** What the source writes for it; "" when the source has only one. */
  readonly value: string;
  readonly name: string;
  /** A person named it: where a pipeline of that name is there, it is meant. */
  readonly joins?: true;
  readonly stages: readonly StagePlan[];
}

/** The words of one column, each with what it is read as. */
export interface ValueMap {
  readonly file: string;
  readonly column: string;
  readonly field: WordedField;
  readonly values: readonly {
    readonly value: string;
    readonly rows: number;
    /** What it means here; null when it means nothing. */
    readonly becomes: string | null;
    readonly because: string;
  }[];
}

/** A column whose values can be read in more than one way. */
export interface Doubt {
  readonly file: string;
  readonly column: string;
  readonly about: "date-order" | "decimal-mark";
  /** How it is read; null: it must be said. */
  readonly chosen: string | null;
  readonly choices: readonly {
    readonly value: string;
    /** Values of the file, and what each would be; null: it could not be read. */
    readonly examples: readonly { readonly text: string; readonly read: string | null }[];
  }[];
}

export interface ImportPlan {
  readonly source: SourceName;
  readonly currency: string;
  readonly timeZone: string;
  readonly files: readonly FilePlan[];
  readonly pipelines: readonly PipelinePlan[];
  /** Spellings that were accepted as one record: noun → spelling → name. */
  readonly same: Readonly<Record<NamedNoun, Readonly<Record<string, string>>>>;
  /** Labels of coded values: field → code → label. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Activity types of the source and what they are called there. */
  readonly activityTypes: Readonly<Record<string, string>>;
  readonly assumptions: readonly string[];
  readonly proposals: readonly Proposal[];
  /** Missing in plans of older versions. */
  readonly valueMaps?: readonly ValueMap[];
  readonly doubts?: readonly Doubt[];
  readonly warnings: readonly string[];
  readonly questions: readonly Question[];
  readonly notUnderstood: readonly { readonly file: string; readonly reason: string }[];
}

/** The files that say what an object is, in the order of their names. */
export function filesOf<O extends SourceObject>(
  plan: Pick<ImportPlan, "files">,
  object: O,
): (UnderstoodFile & { readonly object: O })[] {
  return plan.files.filter((file): file is UnderstoodFile & { readonly object: O } => file.object === object);
}
