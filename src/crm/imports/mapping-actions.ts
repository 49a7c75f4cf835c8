/** Mappings that were made once and fit again: kept under a name, found for files with the same columns. */
import { type Clock, refuse } from "#base/kernel";
import type { Author, Db } from "#base/platform";
import { columnsOf, mappingFor } from "./mapping/earlier-mapping.ts";
import { importOf, saysSomething } from "./opening-actions.ts";
import { findRuns, forgetMappingName, keepMappingName, type RunOptions } from "./running/runs-store.ts";

export interface FittingMapping {
  readonly importId: string;
  readonly label: string;
  /** The name under which it was kept; null for one that an earlier import used. */
  readonly name: string | null;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** How many of the files have the columns of one of its files. */
  readonly fits: number;
  readonly options: RunOptions;
}

const mostUnnamed = 5;

/** The mappings that fit the files of an import: those with a name first, then those of the latest imports. */
export async function fittingMappings(db: Db, workspaceId: string, id: string): Promise<FittingMapping[]> {
  const run = await importOf(db, workspaceId, id);
  const files = (run.mapping.plan?.files ?? []).map(columnsOf);
  const found = (await findRuns(db, workspaceId)).flatMap((earlier): FittingMapping[] => {
    const { plan, options, savedAs } = earlier.mapping;
    if (earlier.id === id || plan === null) return [];
    if (savedAs == null && (earlier.startedAt === null || !saysSomething(options))) return [];
    const fit = mappingFor({ options, files: plan.files.map(columnsOf) }, files);
    if (fit === null) return [];
    const { sourceName } = options;
    const named = { ...fit.options, ...(sourceName !== undefined && { sourceName }) };
    const at = savedAs == null ? earlier.createdAt : Temporal.Instant.from(savedAs.at);
    const { label, requestedBy } = earlier;
    const by = savedAs?.by ?? requestedBy;
    return [
      { importId: earlier.id, label, name: savedAs?.name ?? null, by, at, fits: fit.fits, options: named },
    ];
  });
  const named = found.filter((one) => one.name !== null);
  return [...named, ...found.filter((one) => one.name === null).slice(0, mostUnnamed)];
}

/**
 * Keeps the mapping of an import under a name, which another one then has no more; an empty name takes it away.
 * Refuses an import that was not planned.
 */
export async function nameMapping(
  db: Db,
  author: Author,
  clock: Clock,
  id: string,
  name: string,
): Promise<void> {
  const run = await importOf(db, author.workspaceId, id);
  if (run.mapping.plan === null)
    refuse("conflict", "This import has no mapping yet.", { fix: "Let it look at its files first." });
  if (name === "") return keepMappingName(db, author.workspaceId, id, null);
  await forgetMappingName(db, author.workspaceId, name);
  await keepMappingName(db, author.workspaceId, id, { name, by: author.author, at: clock.now().toString() });
}

/** The mapping that was kept under a name, for the files of an import. Refuses a name that there is not. */
export async function mappingNamed(
  db: Db,
  workspaceId: string,
  id: string,
  name: string,
): Promise<RunOptions> {
  const all = (await fittingMappings(db, workspaceId, id)).filter((one) => one.name !== null);
  const found = all.find((one) => one.name?.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found.options;
  return refuse("not-found", `No mapping with the name “${name}” fits these files.`, {
    fix:
      all.length === 0
        ? "No mapping was kept for files with these columns."
        : `Those that fit are: ${all.map((one) => one.name).join(", ")}.`,
  });
}
