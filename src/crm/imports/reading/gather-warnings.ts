/** What a person should know of files that can be read: what unpacking noticed, damage, and suspicious dates. */
import type { FilePlan } from "../mapping/column-plan.ts";
import type { ProfiledFile } from "../recognition/recognise.ts";
import type { SourceName } from "../recognition/shape.ts";
import { sentenceOnZeros, sentencesOnDamage } from "../values/damage.ts";
import { gatherSuspicions } from "./gather-suspicions.ts";
import type { TableFile } from "./table-file.ts";

interface Planned {
  readonly table: TableFile;
  readonly file: ProfiledFile;
  readonly plan: FilePlan;
}

/** The warnings on files that were understood, file by file. Reads the files of opportunities once more. */
export async function gatherWarnings(
  files: readonly Planned[],
  source: SourceName,
  timeZone: string,
): Promise<string[]> {
  const understood = files.filter(({ plan }) => plan.object !== null);
  const noticed = understood.flatMap(({ table }) => table.warnings ?? []);
  const damaged = understood.flatMap(({ file }) =>
    file.profiles.flatMap(({ column, damages, digitLengths }) => {
      const named = `${file.file}, ${column}`;
      return [...sentencesOnDamage(named, damages), ...sentenceOnZeros(named, column, digitLengths)];
    }),
  );
  return [...noticed, ...damaged, ...(await gatherSuspicions(understood, source, timeZone))];
}
