/** Before an import runs: opened, given files, planned. */
import { type Clock, newId, Refusal, refuse } from "#base/kernel";
import type { Author, Db } from "#base/platform";
import { workspaceOf } from "#people";
import { columnsOf, mappingFor } from "./mapping/earlier-mapping.ts";
import type { ImportPlan } from "./mapping/import-plan.ts";
import { planImport } from "./plan-actions.ts";
import { type FolderContent, filesAt } from "./reading/folder.ts";
import { followed } from "./reading/looking.ts";
import { uncorrected } from "./rejects/reasons.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { findCustomFields } from "./running/found-store.ts";
import {
  findRun,
  findRuns,
  type ImportRun,
  insertRun,
  keepPlan,
  type RunOptions,
  reopenRun,
} from "./running/runs-store.ts";

/** The import with this id. Refuses when there is none. */
export async function importOf(db: Db, workspaceId: string, id: string): Promise<ImportRun> {
  return (await findRun(db, workspaceId, id)) ?? refuse("not-found", "There is no such import.");
}

/** Opens an import that can be given files. */
export async function openImport(
  db: Db,
  author: Author,
  clock: Clock,
  given: {
    readonly label: string;
    readonly options: RunOptions;
  },
): Promise<ImportRun> {
  const id = newId(clock);
  const mapping = { options: given.options, plan: null, passedOver: [], warnings: [], outcome: null };
  await insertRun(db, author.workspaceId, {
    id,
    source: given.options.source ?? "unknown",
    label: given.label,
    mapping,
    requestedBy: author.author,
    createdAt: clock.now(),
  });
  return importOf(db, author.workspaceId, id);
}

/** Whether a run was only a dry one and has ended: then nothing of it is kept, and it is as if it had not begun. */
export const wasDry = ({ state, mapping }: Pick<ImportRun, "state" | "mapping">): boolean =>
  state !== "ready" && state !== "running" && mapping.options.dryRun === true;

/** Refuses what can only be done to an import that has not begun. */
export function requireNotBegun(run: Pick<ImportRun, "state" | "mapping">): void {
  if (run.state !== "ready" && !wasDry(run)) {
    refuse("conflict", "This import has begun, so its files and its mapping can no longer change.", {
      fix: "Open a new import.",
    });
  }
}

/** Whether options say anything beyond what holds without them. */
export const saysSomething = ({ dryRun: _, removeVanished: _vanished, ...said }: RunOptions): boolean =>
  Object.values(said).some((value) => value !== undefined);

/** The looks at files that go on in this program: whoever asks for the same one again follows it to its end. */
const looks = new Map<string, { readonly said: string; readonly plan: Promise<ImportPlan> }>();

/** Forgets the look that goes on at an import's files, because they became others: the next one begins anew. */
export const forgetLook = (id: string): boolean => looks.delete(id);

/**
 * Plans an import from the files in its folder, and keeps the plan. A page that is loaded again while the files are
 * looked at does not have them read twice: the same question gets the plan of the look that goes on.
 */
export function planRun(
  db: Db,
  workspaceId: string,
  id: string,
  folder: string,
  options?: RunOptions,
  kinds: readonly ContributedKind[] = [],
): Promise<ImportPlan> {
  const said = JSON.stringify([workspaceId, options ?? null]);
  const goingOn = looks.get(id);
  if (goingOn?.said === said) return goingOn.plan;
  const plan = lookAndPlan(db, workspaceId, id, folder, options, kinds).finally(() => {
    if (looks.get(id)?.plan === plan) looks.delete(id);
  });
  looks.set(id, { said, plan });
  return plan;
}

/**
 * Reads the files, plans, and keeps the plan. Where the files are rows that an earlier import
 * refused, what that one was told holds for them too, until something else is said.
 */
async function lookAndPlan(
  db: Db,
  workspaceId: string,
  id: string,
  folder: string,
  options: RunOptions | undefined,
  kinds: readonly ContributedKind[],
): Promise<ImportPlan> {
  const run = await importOf(db, workspaceId, id);
  requireNotBegun(run);
  if (wasDry(run)) await reopenRun(db, workspaceId, id, false);
  const { currency, timeZone } = await workspaceOf(db, workspaceId);
  const setting = { currency, timeZone, fields: await findCustomFields(db, workspaceId) };
  const content = await filesIn(folder);
  let known: Earlier | undefined;
  const earlier = async () => {
    known ??= await earlierImports(db, workspaceId, id);
    return known;
  };
  const planWith = (said: RunOptions) =>
    followed(id, (looking) => planImport(content.tables, said, setting, kinds, earlier, looking));
  let chosen = options ?? run.mapping.options;
  let plan = await planWith(chosen);
  const former = options === undefined && !saysSomething(chosen) ? toldBefore(plan, known ?? []) : null;
  if (former !== null) {
    chosen = { ...chosen, ...former };
    plan = await planWith(chosen);
  }
  const all = [...run.mapping.passedOver, ...content.passedOver];
  const passedOver = [...new Map(all.map((one) => [one.name, one])).values()];
  const rowsTotal = plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);
  const mapping = { ...run.mapping, options: chosen, plan, passedOver };
  await keepPlan(db, workspaceId, id, { source: plan.source, mapping, rowsTotal });
  return plan;
}

type Earlier = Awaited<ReturnType<typeof earlierImports>>;

async function earlierImports(db: Db, workspaceId: string, id: string) {
  return (await findRuns(db, workspaceId)).flatMap(({ id: importId, mapping, startedAt }) =>
    importId === id || startedAt === null || mapping.plan === null
      ? []
      : [{ importId, files: mapping.plan.files, options: mapping.options }],
  );
}

/** What the import was told whose refused rows these are, for these files; null when it was told nothing. */
function toldBefore(plan: ImportPlan, earlier: Earlier): RunOptions | null {
  const from = plan.files.find((file) => (file.returned ?? "") !== "")?.returned;
  const former = earlier.find((one) => one.importId === from);
  if (former === undefined || !saysSomething(former.options)) return null;
  const files = former.files.map(columnsOf);
  const fit = mappingFor({ options: former.options, files }, plan.files.map(columnsOf));
  const { sourceName } = former.options;
  return { ...fit?.options, ...(sourceName !== undefined && { sourceName }) };
}

/** The tables in an import's folder; none when it was given no file yet. */
export async function filesIn(folder: string): Promise<FolderContent> {
  try {
    return await filesAt(folder);
  } catch (problem) {
    if (problem instanceof Refusal && problem.kind === "not-found") return { tables: [], passedOver: [] };
    throw problem;
  }
}

/** Why an import cannot start; null when it can. Questions that the files leave open must be answered first. */
export function cannotStart(
  run: Pick<ImportRun, "state" | "mapping">,
): { message: string; fix: string; fields: { field: string; message: string }[] } | null {
  const { plan } = run.mapping;
  if (run.state === "done")
    return { message: "This import is done.", fix: "Open a new import for other files.", fields: [] };
  if (run.state === "cancelled")
    return {
      message: "This import was cancelled.",
      fix: "Open a new import and give it the files again. What this one wrote can be undone.",
      fields: [],
    };
  if (plan === null)
    return { message: "This import has no plan yet.", fix: "Let it look at its files first.", fields: [] };
  if (plan.files.every((file) => file.object === null)) {
    const fields = [
      ...plan.notUnderstood.map(({ file, reason }) => ({ field: file, message: reason })),
      ...run.mapping.passedOver.map(({ name, reason }) => ({ field: name, message: reason })),
    ];
    const said = plan.notUnderstood.map((one) => one.reason);
    if (said.length > 0 && said.every((reason) => reason === uncorrected))
      return { message: "Nothing in these refused rows was corrected yet.", fix: uncorrected, fields: [] };
    return {
      message: "None of these files was understood.",
      fix: "Say what their rows are in the mapping, or give other files.",
      fields,
    };
  }
  if (plan.questions.length > 0) {
    const fields = plan.questions.map(({ file, column, question }) => ({
      field: `${file}, ${column}`,
      message: question,
    }));
    const options = [...new Set(plan.questions.map((one) => one.option))].join("; ");
    return {
      message: "The files leave something open that must not be guessed.",
      fix: `Say it: ${options}.`,
      fields,
    };
  }
  return null;
}
