/** Which records of a list somebody has chosen: some, or all of the list but some. */
import { useState } from "react";

export interface Chosen {
  readonly all: boolean;
  /** The chosen ones; where all are chosen, the ones left out. */
  readonly ids: ReadonlySet<string>;
}
export interface Choosing extends Chosen {
  readonly count: number;
  has(id: string): boolean;
  set(ids: readonly string[], on: boolean): void;
  setAll(on: boolean): void;
}

const none: Chosen = { all: false, ids: new Set() };

/** `question` is what the list is asked: another question begins with none chosen. */
export function useChosen(question: string, total: number): Choosing {
  const [held, setHeld] = useState({ question, chosen: none });
  const chosen = held.question === question ? held.chosen : none;
  const keep = (next: Chosen) => setHeld({ question, chosen: next });
  return {
    ...chosen,
    count: chosen.all ? total - chosen.ids.size : chosen.ids.size,
    has: (id) => chosen.ids.has(id) !== chosen.all,
    set(ids, on) {
      const next = new Set(chosen.ids);
      for (const id of ids) {
        if (on === chosen.all) next.delete(id);
        else next.add(id);
      }
      keep({ all: chosen.all, ids: next });
    },
    setAll: (on) => keep(on ? { all: true, ids: new Set() } : none),
  };
}
