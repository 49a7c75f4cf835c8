/** What a file is, said with a confidence and a sentence why; or why it is not understood. */
import type { ColumnProfile } from "../values/column-profile.ts";
import { candidatesFor } from "./candidates.ts";
import { dynamicsShapes } from "./dynamics.ts";
import { dynamicsTableShapes } from "./dynamics-tables.ts";
import type { SourceObject } from "./field-kind.ts";
import { hubspotRecordShapes } from "./hubspot.ts";
import { hubspotTableShapes } from "./hubspot-tables.ts";
import { leadShapes } from "./leads.ts";
import { pipedriveShapes } from "./pipedrive.ts";
import { pipedriveExportShapes } from "./pipedrive-exports.ts";
import { plainTableShapes } from "./plain-tables.ts";
import type { ReadableKind } from "./readable-kind.ts";
import { salesforceShapes } from "./salesforce.ts";
import { isLoaderResult, salesforceTableShapes } from "./salesforce-tables.ts";
import { columnsKnown, fieldByShape, type Shape, type SourceName, sourceTitles } from "./shape.ts";
import { whyNot, withoutPlace } from "./why-not.ts";
import { headerWord } from "./wording.ts";
import { zohoShapes } from "./zoho.ts";

/** A file as recognition sees it: its name, its columns, and what all values of each column say. */
export interface ProfiledFile {
  readonly file: string;
  readonly columns: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  /** Whether a line of it, or a person, names its columns; else they are named by their place. */
  readonly headed: boolean;
  /** Its first line, where it names no columns. */
  readonly first?: readonly string[];
  /** What of it was left out as no rows, in sentences. */
  readonly notes?: readonly string[];
}

export interface Recognition {
  readonly file: string;
  readonly source: SourceName;
  readonly object: SourceObject | null;
  /** From 0 (a guess) to 1 (no other reading). */
  readonly confidence: number;
  readonly reason: string;
  readonly shape: Shape | null;
}

const shapes: readonly Shape[] = [
  ...salesforceShapes,
  ...salesforceTableShapes,
  ...hubspotRecordShapes,
  ...hubspotTableShapes,
  ...pipedriveShapes,
  ...pipedriveExportShapes,
  ...zohoShapes,
  ...dynamicsShapes,
  ...dynamicsTableShapes,
  ...leadShapes,
  ...plainTableShapes,
];

/** Which files are what. Files of one export explain each other: a bare "users" beside deal changes is Pipedrive's. */
export function recognise(
  files: readonly ProfiledFile[],
  source?: SourceName,
  kinds: readonly ReadableKind[] = [],
): Recognition[] {
  const all = [...kinds.flatMap((kind) => kind.shapes), ...shapes];
  const fitting = files.map((file) => ({ file, fits: fitsOf(all, file, source) }));
  const known = new Map<SourceName, number>();
  for (const { fits } of fitting) {
    const best = fits.find(({ shape }) => shape.telling)?.shape.source;
    if (best !== undefined && best !== "csv") known.set(best, (known.get(best) ?? 0) + 1);
  }
  if (source !== undefined) known.set(source, files.length + 1);
  return fitting.map(({ file, fits }) => {
    const weight = (one: Fit) => known.get(one.shape.source) ?? 0;
    const best = fits
      .filter((one) => one.shape.telling || weight(one) > 0)
      .toSorted((a, b) => weight(b) - weight(a) || b.known - a.known)[0];
    if (isResultFile(file)) return loaderResult(file);
    return best === undefined ? recognisedByMeaning(file, files, kinds) : recognisedByShape(file, best.shape);
  });
}

interface Fit {
  readonly shape: Shape;
  readonly known: number;
}

function fitsOf(all: readonly Shape[], file: ProfiledFile, source: SourceName | undefined): Fit[] {
  return all
    .filter((shape) => source === undefined || shape.source === source)
    .map((shape) => ({ shape, known: columnsKnown(shape, file.file, file.columns) }))
    .filter(({ shape, known }) => known > 0 && idsFit(shape, file))
    .toSorted((a, b) => b.known - a.known);
}

/** A Salesforce record is keyed by an id of 15 or 18 letters; a file with other ids only looks like one. */
function idsFit(shape: Shape, file: ProfiledFile): boolean {
  if (shape.source !== "salesforce") return true;
  const key = file.profiles.find(
    (profile) => headerWord(profile.column) === (shape.needs.includes("id") ? "id" : "opportunityid"),
  );
  return (
    key === undefined ||
    key.filled === 0 ||
    key.examples.every((example) => /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(example))
  );
}

function isResultFile(file: ProfiledFile): boolean {
  const status = file.profiles.find((one) => headerWord(one.column) === "status");
  return isLoaderResult(file.file, file.columns, [...(status?.values?.keys() ?? [])]);
}

function loaderResult(file: ProfiledFile): Recognition {
  const reason = `This is what a data loader wrote about ${file.rows} rows that it loaded or refused, not an export. Export the records themselves.`;
  return { file: file.file, source: "csv", shape: null, confidence: 0.95, object: null, reason };
}

function recognisedByShape(file: ProfiledFile, shape: Shape): Recognition {
  const known = file.columns.filter((column) => fieldByShape(shape, column) !== undefined);
  const source = sourceTitles[shape.source];
  const confidence = shape.telling ? 0.99 : 0.9;
  const base = { file: file.file, source: shape.source, shape, confidence };
  if (shape.object === null) {
    const reason = `${source} ${shape.title}, ${file.rows} rows. Nothing of them was imported: ${shape.because}.`;
    return { ...base, object: null, reason };
  }
  const named = known.slice(0, 4).join(", ");
  const what = shape.source === "csv" ? `These are ${shape.title}` : `${source} ${shape.title}`;
  return { ...base, object: shape.object, reason: `${what}: it has the columns ${named}.` };
}

const salesforceId = /^(?=.*\d)[A-Za-z0-9]{3}[A-Za-z0-9]{12}([A-Z0-5]{3})?$/;

/** Whether a file is keyed and linked by Salesforce's ids: guessing its meaning by its words would be wrong. */
function isOtherSalesforce(file: ProfiledFile): boolean {
  const ids = file.profiles.filter(
    ({ column, examples, filled }) =>
      filled > 0 && /id$/i.test(column) && examples.every((example) => salesforceId.test(example)),
  );
  return ids.length >= 2 && ids.some(({ column }) => headerWord(column) === "id");
}

function recognisedByMeaning(
  file: ProfiledFile,
  all: readonly ProfiledFile[],
  kinds: readonly ReadableKind[],
): Recognition {
  const base = { file: file.file, source: "csv", shape: null } as const;
  if (isOtherSalesforce(file)) {
    const reason =
      "Its ids are Salesforce's, but it is none of the Salesforce objects that are imported so far.";
    return { ...base, object: null, confidence: 0.9, reason };
  }
  const isBoughtFrom = /supplier|vendor|shipper/i.test(file.file) ? withoutPlace(file) : null;
  if (isBoughtFrom !== null || !file.headed)
    return { ...base, object: null, confidence: 0.7, reason: whyNot(file, all) };
  const [best, second] = candidatesFor(file, kinds);
  if (best === undefined) return { ...base, object: null, confidence: 0, reason: whyNot(file, all) };
  const lead = second === undefined ? best.score : best.score - second.score;
  const confidence = Math.min(0.95, 0.5 + 0.05 * best.known.length + 0.05 * lead);
  const reason = `Each row is one ${best.object}, named by ${best.key}; ${best.known.length} of ${file.columns.length} columns are known: ${best.known.join(", ")}.`;
  return { ...base, object: best.object, confidence: Math.round(confidence * 100) / 100, reason };
}
