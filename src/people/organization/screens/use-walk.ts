/** Walking through a tree by keys: which line the focus stops at, and what keys do there. */
import { type KeyboardEvent, useRef, useState } from "react";
import type { Branch, Line } from "./tree.ts";

export interface Walked {
  readonly lines: readonly Line[];
  readonly isClosed: (one: Branch, level: number) => boolean;
  readonly turn: (line: Line) => void;
  readonly open: (id: string) => void;
  /** What each line is on the page, in the order of the lines. */
  readonly selector: string;
  /** What further keys do to a line. */
  readonly more?: Readonly<Record<string, (line: Line) => void>>;
}

/** Down and up go from line to line, right opens or goes in, left closes or goes out, Enter opens the person. */
export function useWalk<Place extends HTMLElement>(walked: Walked) {
  const { lines, isClosed, turn, open, selector, more } = walked;
  const place = useRef<Place>(null);
  const [at, setAt] = useState(0);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setAt(next);
    const line = place.current?.querySelectorAll<HTMLElement>(selector)[next];
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const press = (event: KeyboardEvent, index: number) => {
    const line = lines[index];
    if (!line || event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey)
      return;
    const { branch, level, parent } = line;
    const leads = branch.below.length > 0;
    const closed = isClosed(branch, level);
    const does: Record<string, () => void> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ArrowRight: () => (leads && closed ? turn(line) : go(leads ? index + 1 : index)),
      ArrowLeft: () =>
        leads && !closed ? turn(line) : go(lines.findIndex((one) => one.branch.id === parent)),
      Enter: () => (branch.person ? open(branch.id) : turn(line)),
    };
    const act = does[event.key] ?? (more?.[event.key] && (() => more[event.key]?.(line)));
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { place, at: Math.min(at, Math.max(0, lines.length - 1)), setAt, press };
}
