/** What came of an import, as text for a terminal. */
import type { ImportOut } from "#crm/contract";
import { grouped, readable, table } from "./print.ts";

/** The figures that the import would change; of the others only how many they are. */
function figuresOf(preview: ImportOut["preview"]): string[] {
  const figures = preview?.figures ?? [];
  const changed = figures.filter(({ before, after }) => before !== after);
  const told = changed.map(
    ({ label, unit, currency, before, after }) =>
      `${currency === null ? label : `${label} (${currency})`}: ${readable(before, unit)} → ${readable(after, unit)}`,
  );
  const same = figures.length - changed.length;
  return same > 0 ? [...told, `${same} other measures: as they are`] : told;
}

function samplesOf(items: NonNullable<ImportOut["preview"]>["updated"]): string[] {
  return items.map(({ noun, name, fields }) => {
    const told = fields.map(
      ({ field, before, after }) => `${field} ${before || "nothing"} → ${after || "nothing"}`,
    );
    return `${noun.split(".")[1]?.replaceAll("_", " ")} ${name}: ${told.join(", ")}`;
  });
}

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ["", title, ...lines.map((line) => `  ${line}`)] : [];

/** The files with what became of their rows, so that rows = created + updated + unchanged + duplicate + rejected can be seen. */
function filesTable(files: ImportOut["files"]): string {
  const heads = ["file", "object", "rows", "created", "updated", "unchanged", "duplicate", "rejected"];
  const kinds = ["rows", "created", "updated", "unchanged", "duplicate", "rejected"] as const;
  const counts = (one: Pick<ImportOut["files"][number], (typeof kinds)[number]>) =>
    kinds.map((kind) => grouped(String(one[kind])));
  const rows = files.map((file) => [file.file, file.object ?? "not understood", ...counts(file)]);
  const understood = files.filter((file) => file.object !== null);
  const sum = (kind: (typeof kinds)[number]) => understood.reduce((all, file) => all + file[kind], 0);
  const total = ["all that was understood", "", ...kinds.map((kind) => grouped(String(sum(kind))))];
  return table(heads, files.length > 1 ? [...rows, total] : rows, [2, 3, 4, 5, 6, 7]);
}

/** What an import did, or would do. */
export function importReport(result: ImportOut): string {
  const { rejects, vanished, preview } = result;
  return [
    `Source: ${result.source}${result.dryRun ? " (dry run: nothing was written)" : ""}`,
    "",
    filesTable(result.files),
    ...list("Assumed", result.assumptions),
    ...list(
      "Taken as the same",
      result.proposals.map(
        (one) => `${one.value} = ${one.match}${one.accepted ? "" : " (proposed, not done)"}: ${one.evidence}`,
      ),
    ),
    ...list("Worth a look", result.warnings),
    ...list(
      `Rejected (${grouped(String(rejects.files.reduce((sum, one) => sum + one.rows, 0)))} rows)`,
      rejects.sample.map(
        (one) => `${one.file}, line ${one.line}, ${one.field} “${one.value}”: ${one.reason}`,
      ),
    ),
    ...list(
      "No longer in these files",
      vanished.map(
        (one) => `${one.count} ${one.object}${one.removed ? ", removed" : ""}: ${one.sample.join(", ")}`,
      ),
    ),
    ...list("Would change, for example", samplesOf(preview?.updated ?? [])),
    ...list("What the figures would become", figuresOf(preview)),
    ...list(
      "Not understood",
      result.notUnderstood.map((one) => `${one.file}: ${one.reason}`),
    ),
  ].join("\n");
}
