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
  /** How many records stand in the way, and the first of them. */
  readonly inTheWay: { readonly count: number; readonly sample: readonly InTheWay[] };
  /** Records that the import created and that would be left as they are: those above and what they need. */
  readonly kept: ReadonlySet<string>;
}

/** How far the looking has come. */
export interface Far {
  /** Records that others touched later, and at how many of them was looked. */
  readonly later: number;
  readonly looked: number;
  readonly touched: readonly TouchedCount[];
  /** How many stand in the way, as far as is known. */
  readonly found: number;
}

export interface Looking {
  readonly report: (far: Far) => void;
  readonly isStopped: () => boolean;
}

/** Thrown where somebody stopped the looking. */
export class LookingStopped extends Error {}

const most = 50;
const chunkRecords = 500;

/** The sources of changes that cancel each other: imports that were undone, and their undoings. */
export async function settledSources(db: Db, workspaceId: string, importId: string): Promise<string[]> {
  const undone = await findUndone(db, workspaceId);
  return [`undo:${importId}`, ...undone.flatMap((id) => [`import:${id}`, `undo:${id}`])].filter(
    (source) => source !== `import:${importId}`,
  );
}

/** What is found on the way: records to be kept, by noun, and those that stand in the way, of which the first are named. */
class Finding {
  readonly #kept = new Map<string, Set<string>>();
  readonly #sample: InTheWay[] = [];
  touched: readonly TouchedCount[] = [];
  #count = 0;

  /** Keeps a record. False when it is kept already. */
  keep(noun: string, id: string): boolean {
    const ids = this.#kept.get(noun) ?? new Set();
    this.#kept.set(noun, ids);
    if (ids.has(id)) return false;
    ids.add(id);
    return true;
  }

  obstruct(found: InTheWay): void {
    this.#count += 1;
    if (this.#sample.length < most) this.#sample.push(found);
  }

  keptOf(noun: string): readonly string[] {
    return [...(this.#kept.get(noun) ?? [])];
  }

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  get count(): number {
    return this.#count;
  }

  foreseen(): Foreseen {
    return {
      touched: this.touched,
      inTheWay: { count: this.#count, sample: [...this.#sample] },
      kept: new Set([...this.#kept.values()].flatMap((ids) => [...ids])),
    };
  }
}

/** What undoing this import would do now. Of a long history it reads what was touched, not everything. */
export async function foreseeUndo(
  db: Db,
  workspaceId: string,
  importId: string,
  looking: Looking,
): Promise<Foreseen> {
  const source = `import:${importId}`;
  const finding = new Finding();
  const goOn = (later: number, looked: number) => {
    if (looking.isStopped()) throw new LookingStopped();
    looking.report({ later, looked, touched: finding.touched, found: finding.count });
  };
  await countTablesAnew(db);
  const settled = await settledSources(db, workspaceId, importId);
  finding.touched = await countTouched(db, workspaceId, source);
  const later = await touchedLater(db, workspaceId, source, settled);
  for (let looked = 0; looked < later.length; looked += chunkRecords) {
    goOn(later.length, looked);
    const ids = later.slice(looked, looked + chunkRecords);
    await noteChangedSince(db, workspaceId, source, settled, ids, finding);
  }
  const pointers = await findPointers(db);
  const made = new Set(finding.touched.filter((one) => one.created > 0).map((one) => one.noun));
  for (const pointer of pointers.filter((one) => made.has(one.to))) {
    goOn(later.length, later.length);
    await noteNeeded(db, workspaceId, source, pointer, finding);
  }
  for (const { id, noun, label } of await linkedElsewhere(db, workspaceId, importId)) {
    if (finding.keep(noun, id))
      finding.obstruct({ noun, id, name: "", reason: "linked", by: label, at: null, fields: [] });
  }
  goOn(later.length, later.length);
  await keepWhatIsNeeded(db, workspaceId, source, pointers, finding);
  const foreseen = finding.foreseen();
  const sample = await named(db, workspaceId, foreseen.inTheWay.sample);
  return { ...foreseen, inTheWay: { ...foreseen.inTheWay, sample } };
}

/** Of these records those that somebody changed since, so that going back would lose that. */
async function noteChangedSince(
  db: Db,
  workspaceId: string,
  source: string,
  settled: readonly string[],
  ids: readonly string[],
  finding: Finding,
): Promise<void> {
  const isSettled = new Set(settled);
  for (const [id, changes] of await historyOf(db, workspaceId, ids)) {
    const inverse = inverseOf(changes, source, (one) => isSettled.has(one));
    if (inverse.later === null) continue;
    const { author, at, fields } = inverse.later;
    const noun = changes[0]?.noun ?? "";
    finding.obstruct({ noun, id, name: "", reason: "changed", by: author, at, fields });
    if (inverse.kind === "remove") finding.keep(noun, id);
  }
}

/** Records of the import that records of others point at. */
async function noteNeeded(
  db: Db,
  workspaceId: string,
  source: string,
  pointer: Awaited<ReturnType<typeof findPointers>>[number],
  finding: Finding,
): Promise<void> {
  const fresh = (await standingOn(db, workspaceId, source, pointer)).filter(({ toId }) =>
    finding.keep(pointer.to, toId),
  );
  const shown = fresh.slice(0, most).map((one) => one.id);
  const names = await namesOf(db, workspaceId, pointer.table, shown);
  for (const { id, toId } of fresh) {
    const by = `${pointer.table.split(".")[1]?.replaceAll("_", " ")} ${names.get(id) ?? ""}`.trim();
    finding.obstruct({ noun: pointer.to, id: toId, name: "", reason: "needed", by, at: null, fields: [] });
  }
}

/** What is left needs what it points at, its parts, and the custom fields that hold its values. */
async function keepWhatIsNeeded(
  db: Db,
  workspaceId: string,
  source: string,
  pointers: Awaited<ReturnType<typeof findPointers>>,
  finding: Finding,
): Promise<void> {
  if (finding.isEmpty) return;
  const fields = { noun: "crm.custom_field", made: true, afterId: null, limit: 100_000 };
  for (const id of await nextTouched(db, workspaceId, source, fields)) finding.keep("crm.custom_field", id);
  for (let grew = true; grew; ) {
    grew = false;
    for (const pointer of pointers) {
      const ids = finding.keptOf(pointer.table);
      if (ids.length === 0) continue;
      for (const id of await createdPointedAt(db, workspaceId, source, pointer, ids))
        grew = finding.keep(pointer.to, id) || grew;
    }
    for (const part of parts) {
      const ids = finding.keptOf(part.of);
      if (ids.length === 0) continue;
      for (const id of await createdParts(db, workspaceId, source, part, ids))
        grew = finding.keep(part.table, id) || grew;
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
