/** A short tour of the page: one thing after the other is pointed at and said. Skipped once, it never comes again by itself. */
import { Button } from "@mantine/core";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

export interface TourStop {
  /** What is pointed at, as a CSS selector; a stop whose place is not on the page is left out. */
  readonly at: string;
  readonly title: string;
  readonly words: string;
}

interface Place {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const cardWidth = 320;
const gap = 10;

export function Tour({ stops, onEnd }: { stops: readonly TourStop[]; onEnd: () => void }) {
  const [at, setAt] = useState(() => nextSeen(stops, 0));
  const stop = at === null ? undefined : stops[at];
  const place = usePlace(stop?.at);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (at === null) end.current();
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") end.current();
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [at]);
  if (at === null || !stop || !place) return null;
  const last = at === stops.length - 1;
  return (
    <>
      <div className="qd-tour-light" style={{ ...place }} aria-hidden />
      <div
        key={stop.at}
        ref={(card) => card?.focus({ preventScroll: true })}
        className="qd-tour"
        role="dialog"
        aria-label={`Tour: ${stop.title}`}
        tabIndex={-1}
        style={besideOf(place)}
      >
        <h2>{stop.title}</h2>
        <p>{stop.words}</p>
        <div className="qd-tour-end">
          <span className="qd-faint">
            {at + 1} of {stops.length}
          </span>
          {last ? null : (
            <Button variant="subtle" color="gray" onClick={onEnd}>
              Skip the tour
            </Button>
          )}
          <Button onClick={() => (last ? onEnd() : setAt(nextSeen(stops, at + 1)))}>
            {last ? "Done" : "Next"}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The next stop whose place is on the page now, or null. */
function nextSeen(stops: readonly TourStop[], from: number): number | null {
  const found = stops.findIndex((stop, index) => index >= from && isSeen(stop.at));
  return found < 0 ? null : found;
}

function isSeen(selector: string): boolean {
  const element = document.querySelector(selector);
  return element !== null && element.getClientRects().length > 0;
}

/** Where the thing is that is pointed at, also after the window changed. */
function usePlace(selector: string | undefined): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const box = selector ? document.querySelector(selector)?.getBoundingClientRect() : undefined;
      setPlace(
        box ? { top: box.top - 4, left: box.left - 4, width: box.width + 8, height: box.height + 8 } : null,
      );
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [selector]);
  return place;
}

/** Below the thing, or above it where there is no room; never beyond the edges. */
function besideOf(place: Place) {
  const left = Math.max(8, Math.min(place.left, window.innerWidth - cardWidth - 8));
  const below = place.top + place.height + gap;
  const fits = below + 190 < window.innerHeight;
  return {
    width: cardWidth,
    left,
    ...(fits ? { top: below } : { bottom: Math.max(8, window.innerHeight - place.top + gap) }),
  };
}
