/** Opens the files of an import and says what each of them is. */
import { Refusal } from "#base/kernel";
import type { FilePlan } from "./mapping/column-plan.ts";
import { columnsOf, sameColumns } from "./mapping/earlier-mapping.ts";
import type { ImportOptions } from "./mapping/import-plan.ts";
import { Looking } from "./reading/looking.ts";
import { profileTable } from "./reading/profile-table.ts";
import { openTable, type SourceFile, type TableFile } from "./reading/table-file.ts";
import { type ProfiledFile, type Recognition, recognise } from "./recognition/recognise.ts";
import type { SourceName } from "./recognition/shape.ts";
import { uncorrected } from "./rejects/reasons.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";

/** A file that was opened and recognised. */
export interface Opened {
  readonly table: TableFile;
  readonly file: ProfiledFile;
  readonly found: Recognition;
  /** How an earlier import read the file whose refused rows these are. */
  readonly before: { readonly importId: string; readonly plan: FilePlan } | null;
}

/** An import of former days, for rows that it refused and that come back. */
export interface EarlierImport {
  readonly importId: string;
  readonly files: readonly FilePlan[];
}
/** A file that could not be opened as a table, with the reason. */
interface Unopened {
  readonly file: string;
  readonly reason: string;
}

/** Opens and profiles the files; those that are no tables are named beside them. */
export async function openAll(files: readonly SourceFile[], options: ImportOptions, looking = new Looking()) {
  const opened: { table: TableFile; file: ProfiledFile }[] = [];
  const unopened: Unopened[] = [];
  for (const [at, file] of files.entries()) {
    looking.begin(file.name, at, files.length);
    const { header, lines } = options.mapping?.files?.[file.name] ?? {};
    try {
      const table = await openTable({ ...file, header, lines });
      opened.push({ table, file: await profileTable(table, looking) });
    } catch (problem) {
      // A word that does not fit the file is the person's to correct, not a reason to leave the file out.
      if (!(problem instanceof Refusal) || problem.kind === "conflict" || header !== undefined) throw problem;
      unopened.push({ file: file.name, reason: problem.message });
    }
  }
  return { opened, unopened };
}

/** What each file is, as it was recognised, said by a person, or read by the import that refused its rows. */
export function recogniseAll(
  opened: readonly { table: TableFile; file: ProfiledFile }[],
  options: ImportOptions,
  kinds: readonly ContributedKind[],
  earlier: readonly EarlierImport[],
): Opened[] {
  const recognitions = recognise(
    opened.map((one) => one.file),
    options.source,
    kinds,
  );
  return opened.flatMap((one, at): Opened[] => {
    const found = recognitions[at];
    if (found === undefined) return [];
    const sure = { shape: null, confidence: 1 };
    if (isUncorrected(one))
      return [{ ...one, before: null, found: { ...found, ...sure, object: null, reason: uncorrected } }];
    const before = one.table.reasonsAt === null ? null : whereRefused(one.file, earlier);
    const said = options.mapping?.files?.[one.file.file]?.object;
    if (said !== undefined && said !== found.object)
      return [{ ...one, before: null, found: { ...found, ...sure, object: said, reason: "Said by hand." } }];
    if (before === null) return [{ ...one, before, found }];
    const reason = "Rows that an earlier import refused: they are read as it read that file.";
    return [{ ...one, before, found: { ...found, ...sure, object: before.plan.object, reason } }];
  });
}

/** The latest import that read a file with these columns; null when none did. */
function whereRefused({ file, columns }: ProfiledFile, earlier: readonly EarlierImport[]): Opened["before"] {
  for (const { importId, files } of earlier) {
    const found = sameColumns(
      { file, columns },
      files.filter((one) => one.object !== null).map((plan) => ({ ...columnsOf(plan), plan })),
    );
    if (found !== undefined) return { importId, plan: found.plan };
  }
  return null;
}

/** Whether a file holds rows that an import refused, and nobody has corrected any of them. */
const isUncorrected = ({ table, file }: Pick<Opened, "table" | "file">): boolean =>
  table.reasonsAt !== null && file.rows > 0 && file.profiles.every((one) => one.filled === 0);

/** The one source of an import: the known program that most files come from, else plain files. */
export function sourceOf(opened: readonly Opened[], options: ImportOptions): SourceName {
  if (options.source !== undefined) return options.source;
  const counts = new Map<SourceName, number>();
  for (const { found } of opened) {
    if (found.source !== "csv") counts.set(found.source, (counts.get(found.source) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "csv";
}
