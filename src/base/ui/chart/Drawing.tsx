/** The sheet that a chart is drawn on: as wide as its place, with a name, its marks inside and a read-out above. */
import type { ReactNode, RefObject } from "react";

export function Drawing(props: {
  place: RefObject<HTMLDivElement | null>;
  /** As measured; nothing is drawn before it is known. */
  width: number;
  height: number;
  label: string;
  /** Wider than its place: scrolls sideways. */
  drawnWidth?: number;
  readOut?: ReactNode;
  children: ReactNode;
}) {
  const wide = props.drawnWidth !== undefined && props.drawnWidth > props.width;
  return (
    <div
      ref={props.place}
      className="qd-drawing"
      data-wide={wide || undefined}
      style={{ height: props.height }}
    >
      {props.width > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its marks are a group all the same
        <svg
          width={props.drawnWidth ?? props.width}
          height={props.height}
          role="group"
          aria-label={props.label}
        >
          {props.children}
        </svg>
      ) : null}
      {props.readOut}
    </div>
  );
}
