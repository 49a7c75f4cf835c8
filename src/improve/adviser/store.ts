import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Answers } from "./input.ts";
import type { SavedAdvice, SavedHead } from "./saved-advice.ts";

function advices(db: Db, workspaceId: string) {
  return db
    .selectFrom("improve.advice as a")
    .select(["a.id", "a.version", "a.title", "a.saved_at as savedAt", "a.answers", "a.told"])
    .where("a.workspace_id", "=", workspaceId)
    .where("a.removed_at", "is", null);
}
type Row = Awaited<ReturnType<ReturnType<typeof advices>["executeTakeFirstOrThrow"]>>;

/** What was told is kept as it was: its shape is that of the time, and the contract checks it on the way out. */
const adviceFrom = <Told>(row: Row): SavedAdvice<Told> => ({
  ...row,
  answers: row.answers as Answers,
  told: row.told as Told,
});

/** Saved advices that were not removed, the newest first: without what was told in full. The best stands first in a ranking. */
export async function listAdvices(db: Db, sight: Sight): Promise<SavedHead[]> {
  return db
    .selectFrom("improve.advice as a")
    .select(["a.id", "a.version", "a.title", "a.saved_at as savedAt"])
    .select([
      sql<string>`a.told ->> 'recommendation'`.as("recommendation"),
      sql<string>`a.told ->> 'label'`.as("label"),
      sql<string>`a.told ->> 'verdict'`.as("verdict"),
      sql<number>`(a.told #>> '{ranking,0,share}')::float8`.as("share"),
    ])
    .where("a.workspace_id", "=", sight.workspaceId)
    .where("a.removed_at", "is", null)
    .orderBy("a.saved_at", "desc")
    .orderBy("a.id", "desc")
    .limit(200)
    .execute();
}

/** One saved advice that was not removed, or undefined. */
export async function findAdvice<Told>(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<SavedAdvice<Told> | undefined> {
  const row = await advices(db, workspaceId).where("a.id", "=", id).executeTakeFirst();
  return row && adviceFrom<Told>(row);
}

/** One saved advice that was not removed, held until the transaction ends. */
export async function holdAdvice(db: Db, workspaceId: string, id: string) {
  return advices(db, workspaceId).where("a.id", "=", id).forNoKeyUpdate().executeTakeFirst();
}

export async function insertAdvice(
  db: Db,
  workspaceId: string,
  id: string,
  said: { readonly title: string; readonly answers: Answers; readonly told: object },
): Promise<void> {
  const { title, answers, told } = said;
  await db
    .insertInto("improve.advice")
    .values({
      workspace_id: workspaceId,
      id,
      title,
      answers: JSON.stringify(answers),
      told: JSON.stringify(told),
    })
    .execute();
}

/** Marks an advice as removed and gives its new version. */
export async function markAdviceRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("improve.advice")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
