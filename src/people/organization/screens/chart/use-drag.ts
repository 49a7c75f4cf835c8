/** Moving somebody with the mouse: their box is drawn onto that of the new manager. */
import { type DragEvent, useState } from "react";
import type { Branch } from "../tree.ts";

export interface Drag {
  /** Who is on the way. */
  readonly moving: string | null;
  /** Over whose box. */
  readonly over: string | null;
  /** Whether somebody could report to this person: not to themselves and to nobody below them. */
  takes(id: string): boolean;
  start(event: DragEvent, branch: Branch): void;
  enter(event: DragEvent, id: string): void;
  drop(event: DragEvent, id: string): void;
  end(): void;
}

export function useDrag(branches: readonly Branch[], onMove: (id: string, managerId: string) => void): Drag {
  const [moving, setMoving] = useState<Branch | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setMoving(null);
    setOver(null);
  };
  const takes = (id: string) =>
    moving !== null && !holds(moving, id) && !branches.some((one) => leadsTo(one, id, moving.id));
  return {
    moving: moving?.id ?? null,
    over,
    takes,
    start(event, branch) {
      event.stopPropagation();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", branch.label);
      setMoving(branch);
    },
    enter(event, id) {
      if (!takes(id)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      if (over !== id) setOver(id);
    },
    drop(event, id) {
      event.preventDefault();
      if (moving && takes(id)) onMove(moving.id, id);
      end();
    },
    end,
  };
}

/** Whether somebody is this person or below them. */
function holds(branch: Branch, id: string): boolean {
  return branch.id === id || branch.below.some((one) => holds(one, id));
}

/** Whether this person reports to that manager already. */
function leadsTo(branch: Branch, managerId: string, id: string): boolean {
  if (branch.id === managerId) return branch.below.some((one) => one.id === id);
  return branch.below.some((one) => leadsTo(one, managerId, id));
}
