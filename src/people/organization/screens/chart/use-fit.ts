/** How large the chart is drawn: as it fits into its place, or at a size of its own. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

export const zooms = [
  { value: "fit", label: "Fit" },
  { value: "0.5", label: "50 %" },
  { value: "1", label: "100 %" },
] as const;
export type Zoom = (typeof zooms)[number]["value"];

/** Smaller than this nobody reads it: then it is scrolled. */
const smallest = 0.75;

/** Gives the frame that the chart scrolls in and the scale of its first child. `content` changes when what is drawn does. */
export function useFit(zoom: Zoom, content: unknown, depth: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn decides how wide it is
  useLayoutEffect(() => {
    const place = frame.current;
    const tree = place?.firstElementChild;
    if (!place || !(tree instanceof HTMLElement) || zoom !== "fit") return;
    const measure = () => {
      const drawn = Number(getComputedStyle(tree).zoom) || 1;
      const row = tree.firstElementChild?.getBoundingClientRect().width ?? 0;
      if (row === 0) return;
      const scale = Math.max(smallest, Math.min(1, (place.clientWidth - 32) / (row / drawn)));
      setFitting(Math.floor(scale * 100) / 100);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    return () => watch.disconnect();
  }, [zoom, content]);
  useTopInSight(frame, depth);
  return { frame, scale: zoom === "fit" ? fitting : Number(zoom) };
}

/** Where the chart is wider than its place, whoever stands on top is what is seen first, also when other layers are shown. */
function useTopInSight(frame: RefObject<HTMLDivElement | null>, depth: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other layers make the chart wider or narrower
  useEffect(() => {
    const place = frame.current;
    const top = place?.querySelector("[role=treeitem]")?.getBoundingClientRect();
    if (!place || !top) return;
    const frameAt = place.getBoundingClientRect();
    place.scrollLeft += top.left + top.width / 2 - (frameAt.left + frameAt.width / 2);
  }, [frame, depth]);
}
