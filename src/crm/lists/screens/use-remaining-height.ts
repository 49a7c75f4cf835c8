/** How much of the window is left below where an element begins, so that a list fills the page and nothing scrolls twice. */
import { type RefObject, useLayoutEffect, useState } from "react";

const heightMin = 320;
const below = 20;

export function useRemainingHeight(place: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const measure = () => {
      const top = place.current?.getBoundingClientRect().top ?? 0;
      const left = window.innerHeight - (top + window.scrollY) - below;
      setHeight(Math.max(heightMin, Math.round(left)));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    window.addEventListener("resize", measure);
    return () => {
      watching.disconnect();
      window.removeEventListener("resize", measure);
    };
  });
  return height;
}
