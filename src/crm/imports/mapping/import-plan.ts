/** What an import is going to do, file by file, with everything it assumes, proposes and asks. */
import type { SourceObject } from "../recognition/field-kind.ts";
import type { SourceName } from "../recognition/shape.ts";
import type { DateOrder } from "../values/date-text.ts";
import type { FileMapping, FilePlan, UnderstoodFile } from "./column-plan.ts";
import type { Outcome } from "./stage-words.ts";

/** Nouns whose records a file can name by their name, so that two spellings can mean one record. */
export type NamedNoun = "account" | "product" | "person";

/** Values for which a file can have its own words. */
export type MappedValue = "stage" | "currency" | "forecastCategory";
export const mappedValues: readonly MappedValue[] = ["stage", "currency", "forecastCategory"];

export interface ImportOptions {
  readonly source?: SourceName | undefined;
  readonly mapping?:
    | {
        readonly files?: Readonly<Record<string, FileMapping>> | undefined;
        /** Names that mean the same record, said by a person: {"product": {"GTXPro": "GTX Pro"}}; null: they do not. */
        readonly same?:
          | {
              readonly [Noun in NamedNoun | MappedValue]?:
                | Readonly<Record<string, string | null>>
                | undefined;
            }
          | undefined;
        /** How stages end a sale, said by a person: {"Closed": "lost"}. */
        readonly stages?: Readonly<Record<string, Outcome>> | undefined;
      }
    | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly currency?: string | undefined;
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

/** Two spellings that may be one record or one value. Accepted: the import takes them for one, and says so. */
export interface Proposal {
  readonly object: NamedNoun | MappedValue;
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
  /** How often rows name it; left out where nothing counted. */
  readonly rows?: number;
  /** Why it is held to be open, won or lost. */
  readonly evidence?: string;
}

export interface PipelinePlan {
  /** What the source writes for it; "" when the source has only one. */
  readonly value: string;
  readonly name: string;
  readonly stages: readonly StagePlan[];
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
