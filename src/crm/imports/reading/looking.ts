/** A look at the files of an import while it goes on: how far it has come, and whether it is still wanted. */
import { Refusal } from "#base/kernel";

export interface LookedSoFar {
  /** The file that is being read. */
  readonly file: string;
  readonly files: number;
  readonly filesDone: number;
  /** Rows read so far, of all files. */
  readonly rows: number;
}

export class Looking {
  #far: LookedSoFar = { file: "", files: 0, filesDone: 0, rows: 0 };
  #isStopped = false;

  get far(): LookedSoFar {
    return this.#far;
  }

  /** Ends the look at the rows at hand. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Notes which file is begun, after how many of how many. Refuses when the look is no longer wanted. */
  begin(file: string, filesDone: number, files: number): void {
    this.#requireWanted();
    this.#far = { ...this.#far, file, filesDone, files };
  }

  /** Notes rows that were read. Refuses when the look is no longer wanted. */
  read(rows: number): void {
    this.#requireWanted();
    this.#far = { ...this.#far, rows: this.#far.rows + rows };
  }

  #requireWanted(): void {
    if (this.#isStopped)
      throw new Refusal("conflict", "This import was discarded while its files were looked at.", {
        fix: "Open a new import and give it the files again.",
      });
  }
}

const goingOn = new Map<string, Looking>();

/** How far the look at an import's files has come in this program; null when none goes on. */
export const lookedSoFar = (importId: string): LookedSoFar | null => goingOn.get(importId)?.far ?? null;

/** Ends the look at an import's files, where one goes on. */
export const stopLooking = (importId: string): void => goingOn.get(importId)?.stop();

/** Looks at the files of an import, so that others can follow it and end it. */
export async function followed<T>(importId: string, look: (looking: Looking) => Promise<T>): Promise<T> {
  const looking = new Looking();
  goingOn.set(importId, looking);
  try {
    return await look(looking);
  } catch (problem) {
    // The files are gone when an import was discarded: that they cannot be read is no fault then.
    looking.begin("", 0, 0);
    throw problem;
  } finally {
    if (goingOn.get(importId) === looking) goingOn.delete(importId);
  }
}
