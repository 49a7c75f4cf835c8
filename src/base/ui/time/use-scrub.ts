/** Moves the company under the hand: one day after the other, each as soon as the one before is on screen. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TimeTravel } from "./time-travel.ts";

/** A day that takes longer than this to appear is passed over when the hand is elsewhere already. */
const patienceMs = 240;

export interface Scrub {
  /** The day under the hand, which may be ahead of what is on screen; null while nobody holds it. */
  readonly held: Temporal.PlainDate | null;
  readonly hold: (day: Temporal.PlainDate) => void;
  /** The hand lets go: the company stays at the last day it was held at. */
  readonly release: () => void;
}

export function useScrub(travel: TimeTravel): Scrub {
  const client = useQueryClient();
  const [held, setHeld] = useState<Temporal.PlainDate | null>(null);
  const wanted = useRef<Temporal.PlainDate | null>(null);
  const moved = useRef({ at: 0, times: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const go = useRef(travel.go);
  go.current = travel.go;

  const move = useCallback(() => {
    clearTimeout(timer.current);
    const day = wanted.current;
    if (day === null) return;
    const waited = performance.now() - moved.current.at;
    const busy = client.isFetching() > 0 && waited < patienceMs;
    if (busy || waited < 30) {
      timer.current = setTimeout(move, 24);
      return;
    }
    wanted.current = null;
    // The first day of a stroke is an entry for Back, those that follow take its place.
    go.current(day, { replace: moved.current.times > 0 });
    moved.current = { at: performance.now(), times: moved.current.times + 1 };
  }, [client]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    held,
    hold(day) {
      if (held?.equals(day)) return;
      setHeld(day);
      wanted.current = day;
      move();
    },
    release() {
      if (held === null) return;
      setHeld(null);
      moved.current = { at: 0, times: 0 };
      move();
    },
  };
}
