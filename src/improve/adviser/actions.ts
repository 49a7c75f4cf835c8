/** The verbs of the adviser at the desk: ask for advice, save it, put two beside each other, take one away. */
import { refuse } from "#base/kernel";
import { type Author, type Db, refuseStale, type Services, type Sight, writeAs } from "#base/platform";
import { refuseBecause, requireFound } from "#people";
import type { AdviceOut, SavedAdviceHead, SavedAdviceOut } from "./contract.ts";
import type { OwnReadings } from "./input.ts";
import { readOwn } from "./own-actions.ts";
import { questionNamed } from "./questions.ts";
import type { SavedAdvice } from "./saved-advice.ts";
import { anAdviceIsSavedOnce, differencesOf } from "./saved-advice.ts";
import { adviseOn } from "./shown-actions.ts";
import { findAdvice, holdAdvice, insertAdvice, listAdvices, markAdviceRemoved } from "./store.ts";

type Saved = SavedAdvice<AdviceOut>;

/** Reads answers written as question=answer. Refuses those without an equals sign. */
function answersWritten(written: string | readonly string[] | undefined): Record<string, unknown> {
  const all = written === undefined ? [] : typeof written === "string" ? [written] : written;
  return Object.fromEntries(
    all.map((one) => {
      const at = one.indexOf("=");
      if (at < 1)
        refuse("invalid", `“${one}” is no answer.`, {
          fix: "Write it as question=answer, such as sellers=40.",
        });
      const [key, text] = [one.slice(0, at), one.slice(at + 1)];
      const isNumber =
        questionNamed(key)?.form.kind === "number" && text.trim() !== "" && !Number.isNaN(Number(text));
      return [key, isNumber ? Number(text) : text];
    }),
  );
}

/** Advises on answers as they stand in an address. */
export async function adviseOnWritten(
  services: Services,
  sight: Sight,
  asked: { readonly answer?: string | readonly string[] | undefined; readonly own: "yes" | "no" },
): Promise<AdviceOut> {
  const readings: OwnReadings = asked.own === "yes" ? await readOwn(services, sight) : {};
  return adviseOn(answersWritten(asked.answer), readings);
}

function headOf({ id, version, title, savedAt, told }: Saved): SavedAdviceHead {
  const { recommendation, label, verdict, ranking } = told;
  const share = ranking.find(({ option }) => option === recommendation)?.share ?? 0;
  return { id, version, title, savedAt: savedAt.toString(), recommendation, label, verdict, share };
}

const opened = (saved: Saved): SavedAdviceOut => ({
  ...headOf(saved),
  answers: { ...saved.answers },
  advice: saved.told,
});

/**
 * Advises and keeps the advice under a title. The company's data is read before the transaction that keeps it. Refuses
 * answers that are none, and an id that another advice has.
 */
export async function keepAdvice(
  services: Services,
  sight: Sight,
  author: Author,
  id: string,
  said: { readonly title: string; readonly answers: Readonly<Record<string, number | string>> },
): Promise<SavedAdviceOut> {
  const told = adviseOn(said.answers, await readOwn(services, sight));
  return writeAs(services.database.db, author, services.clock, async (db) => {
    const there = await holdAdvice(db, sight.workspaceId, id);
    if (there === undefined) await insertAdvice(db, sight.workspaceId, id, { ...said, told });
    else refuseBecause(anAdviceIsSavedOnce(there, said), "id");
    return openAdvice(db, sight, id);
  });
}

/** A saved advice as it was told. */
export async function openAdvice(db: Db, sight: Sight, id: string): Promise<SavedAdviceOut> {
  return opened(requireFound(await findAdvice<AdviceOut>(db, sight.workspaceId, id), "advice"));
}

export async function listSaved(db: Db, sight: Sight): Promise<SavedAdviceHead[]> {
  return (await listAdvices(db, sight)).map((head) => ({ ...head, savedAt: head.savedAt.toString() }));
}

/** Two saved advices beside each other. */
export async function compareSaved(db: Db, sight: Sight, id: string, otherId: string) {
  const find = async (which: string) =>
    requireFound(await findAdvice<AdviceOut>(db, sight.workspaceId, which), "advice");
  const [one, other] = [await find(id), await find(otherId)];
  return { one: headOf(one), other: headOf(other), ...differencesOf(one.told, other.told) };
}

/** Removes a saved advice; it stays with its history. Refuses a stale version. */
export async function removeSaved(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdAdvice(db, workspaceId, id), expectedVersion);
  return { id, version: await markAdviceRemoved(db, workspaceId, id) };
}
