/**
 * The marks of a chart: what the hand, the keyboard and a screen reader reach. One of them is in the order of Tab; arrow
 * keys walk to the others; Enter and a press do the same. What is under the pointer or has the focus is read out.
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

export interface Mark {
  /** What it says: "Qualify: $16.2M in 161 opportunities". */
  readonly label: string;
  /** Where its read-out points to. */
  readonly x: number;
  readonly y: number;
}

export interface Marks {
  /** The mark that is looked at now, if any. */
  readonly at: number | null;
  /** What a mark's group takes; `open` says whether what is behind it is on screen. */
  readonly props: (index: number, open?: boolean) => Record<string, unknown>;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** `onPress` opens what is behind a mark; without it marks are only read out. `first` is the one that Tab reaches first. */
export function useMarks(
  marks: readonly Mark[],
  onPress?: ((index: number) => void) | undefined,
  first = 0,
): Marks {
  const [at, setAt] = useState<number | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const places = useRef(new Map<number, Element>());
  const inTab = Math.min(current ?? first, marks.length - 1);
  const walk = (event: KeyboardEvent, index: number) => {
    if ((event.key === "Enter" || event.key === " ") && onPress) {
      event.preventDefault();
      onPress(index);
      return;
    }
    const step = steps[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? marks.length - 1
          : step
            ? Math.min(marks.length - 1, Math.max(0, index + step))
            : null;
    if (next === null) return;
    event.preventDefault();
    const place = places.current.get(next);
    if (place instanceof SVGElement) place.focus();
  };
  return {
    at: at !== null && at < marks.length ? at : null,
    props: (index, open) => ({
      ref: (place: Element | null) => {
        if (place) places.current.set(index, place);
        else places.current.delete(index);
      },
      className: "qd-mark",
      role: onPress ? "button" : "img",
      tabIndex: index === Math.max(0, inTab) ? 0 : -1,
      "aria-label": marks[index]?.label,
      "aria-pressed": onPress ? open : undefined,
      "data-opens": onPress ? true : undefined,
      "data-looked": at === index || undefined,
      onPointerEnter: () => setAt(index),
      onPointerLeave: () => setAt((before) => (before === index ? null : before)),
      onFocus: () => {
        setCurrent(index);
        setAt(index);
      },
      onBlur: () => setAt(null),
      onKeyDown: (event: KeyboardEvent) => walk(event, index),
      onClick: () => onPress?.(index),
    }),
  };
}

/** What the looked-at mark says, beside it; never outside of the chart. */
export function ReadOut(props: { mark: Mark | undefined; width: number; children: ReactNode }) {
  const { mark, width } = props;
  if (!mark) return null;
  const onLeft = mark.x > width * 0.6;
  const style = onLeft
    ? { right: width - mark.x + 12, top: Math.max(0, mark.y) }
    : { left: mark.x + 12, top: Math.max(0, mark.y) };
  return (
    <div className="qd-readout" style={style} aria-hidden>
      {props.children}
    </div>
  );
}

/** A line of a read-out: what, in which colour, how much. */
export function Read(props: { name: string; color?: string; value: ReactNode; strong?: boolean }) {
  return (
    <div className="qd-read" data-strong={props.strong || undefined}>
      <span>
        {props.color ? <i style={{ background: props.color }} /> : null}
        {props.name}
      </span>
      <b>{props.value}</b>
    </div>
  );
}
