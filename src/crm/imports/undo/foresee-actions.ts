/** Looks ahead at what undoing an import would do, and at what stands in its way. Writes nothing. */
import { countTablesAnew, type Db } from "#base/platform";
import {
  countTouched,
  historyOf,
  namesOf,
  nextTouched,
  type TouchedCount,
  touchedLater,
} from "./changes-store.ts";
import { type InTheWay, parts } from "./in-the-way.ts";
import { inverseOf } from "./inverse.ts";
import { createdParts, createdPointedAt, findPointers, linkedElsewhere, standingOn } from "./reach-store.ts";
import { findUndone } from "./undos-store.ts";

export interface Foreseen {
  readonly touched: readonly TouchedCount[];
  readonly inTheWay: readonly InTheWay[];
  /** Records that the import created and that would be left as they are: those above and what they need. */
  readonly kept: ReadonlySet<string>;
}

/** The sources of changes that cancel each other: imports that were undone, and their undoings. */
export async function settledSources(db: Db, workspaceId: string, importId: string): Promise<string[]> {
  const undone = await findUndone(db, workspaceId);
  return [`undo:${importId}`, ...undone.flatMap((id) => [`import:${id}`, `undo:${id}`])].filter(
    (source) => source !== `import:${importId}`,
  );
}

/** What undoing this import would do now. Of a long history it reads what was touched, not everything. */
export async function foreseeUndo(db: Db, workspaceId: string, importId: string): Promise<Foreseen> {
  const source = `import:${importId}`;
  await countTablesAnew(db);
  const settled = await settledSources(db, workspaceId, importId);
  const touched = await countTouched(db, workspaceId, source);
  const found: InTheWay[] = [];
  const kept = new Map<string, Set<string>>();
  const keep = (noun: string, id: string) => {
    const ids = kept.get(noun) ?? new Set();
    kept.set(noun, ids);
    if (ids.has(id)) return false;
    ids.add(id);
    return true;
  };
  for (const one of await changedSince(db, workspaceId, source, settled)) {
    found.push(one.found);
    if (one.made) keep(one.found.noun, one.found.id);
  }
  const pointers = await findPointers(db);
  const made = new Set(touched.filter((one) => one.created > 0).map((one) => one.noun));
  for (const pointer of pointers.filter((one) => made.has(one.to))) {
    const standing = await standingOn(db, workspaceId, source, pointer);
    const names = await namesOf(
      db,
      workspaceId,
      pointer.table,
      standing.map((one) => one.id),
    );
    for (const { id, toId } of standing) {
      if (!keep(pointer.to, toId)) continue;
      const by = `${pointer.table.split(".")[1]?.replaceAll("_", " ")} ${names.get(id) ?? ""}`.trim();
      found.push({ noun: pointer.to, id: toId, name: "", reason: "needed", by, at: null, fields: [] });
    }
  }
  for (const { id, noun, label } of await linkedElsewhere(db, workspaceId, importId)) {
    if (keep(noun, id)) found.push({ noun, id, name: "", reason: "linked", by: label, at: null, fields: [] });
  }
  await keepWhatIsNeeded(db, workspaceId, source, pointers, kept, keep);
  return {
    touched,
    inTheWay: await named(db, workspaceId, found),
    kept: new Set([...kept.values()].flatMap((ids) => [...ids])),
  };
}

const chunkOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Records that somebody changed since, so that going back would lose that. */
async function changedSince(db: Db, workspaceId: string, source: string, settled: readonly string[]) {
  const isSettled = new Set(settled);
  const found: { made: boolean; found: InTheWay }[] = [];
  for (const ids of chunkOf(await touchedLater(db, workspaceId, source, settled), 500)) {
    const history = await historyOf(db, workspaceId, ids);
    for (const [id, changes] of history) {
      const inverse = inverseOf(changes, source, (one) => isSettled.has(one));
      if (inverse.later === null) continue;
      const { author, at, fields } = inverse.later;
      const noun = changes[0]?.noun ?? "";
      const made = inverse.kind === "remove";
      found.push({ made, found: { noun, id, name: "", reason: "changed", by: author, at, fields } });
    }
  }
  return found;
}

/** What is left needs what it points at, its parts, and the custom fields that hold its values. */
async function keepWhatIsNeeded(
  db: Db,
  workspaceId: string,
  source: string,
  pointers: Awaited<ReturnType<typeof findPointers>>,
  kept: ReadonlyMap<string, ReadonlySet<string>>,
  keep: (noun: string, id: string) => boolean,
): Promise<void> {
  if (kept.size === 0) return;
  const fields = { noun: "crm.custom_field", made: true, afterId: null, limit: 100_000 };
  for (const id of await nextTouched(db, workspaceId, source, fields)) keep("crm.custom_field", id);
  for (let grew = true; grew; ) {
    grew = false;
    for (const pointer of pointers) {
      const ids = [...(kept.get(pointer.table) ?? [])];
      if (ids.length === 0) continue;
      for (const id of await createdPointedAt(db, workspaceId, source, pointer, ids))
        grew = keep(pointer.to, id) || grew;
    }
    for (const part of parts) {
      const ids = [...(kept.get(part.of) ?? [])];
      if (ids.length === 0) continue;
      for (const id of await createdParts(db, workspaceId, source, part, ids))
        grew = keep(part.table, id) || grew;
    }
  }
}

async function named(db: Db, workspaceId: string, found: readonly InTheWay[]): Promise<InTheWay[]> {
  const names = new Map<string, string>();
  for (const noun of new Set(found.map((one) => one.noun))) {
    const ids = found.filter((one) => one.noun === noun).map((one) => one.id);
    for (const [id, name] of await namesOf(db, workspaceId, noun, ids)) names.set(id, name);
  }
  return found.map((one) => ({ ...one, name: names.get(one.id) ?? "" }));
}
