/** The known days as a line under the hand: press or drag it, or walk it with the arrow keys, and the company moves through time. */
import { type PointerEvent, useRef, useState } from "react";
import { formatDay } from "../words.ts";
import { periodLabel, useWorkspace } from "../workspace.tsx";
import { type Step, stepDay } from "./as-of.ts";
import type { TimeTravel } from "./time-travel.ts";
import { dayAt, type KnownDays, partOf, ticksOf, weekEndAt } from "./timeline.ts";
import { useScrub } from "./use-scrub.ts";

/** How large the company was on a day: drawn as the line's ground, so that the eye finds the time it looks for. */
export type Pulse = readonly { readonly day: string; readonly size: number }[];

export function Timeline(props: { travel: TimeTravel; known: KnownDays; pulse: Pulse; tall?: boolean }) {
  const { travel, known } = props;
  const { calendar } = useWorkspace();
  const track = useRef<HTMLDivElement>(null);
  const scrub = useScrub(travel);
  const [over, setOver] = useState<Temporal.PlainDate | null>(null);
  const shown = scrub.held ?? travel.day;
  const part = partOf(known, shown);

  const partUnder = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    return box ? (event.clientX - box.left) / box.width : 0;
  };
  /** With Shift the day itself, else the end of its week. */
  const dayUnder = (event: PointerEvent) =>
    event.shiftKey ? dayAt(known, partUnder(event)) : weekEndAt(known, partUnder(event));
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    scrub.hold(dayUnder(event));
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const day = dayUnder(event);
    setOver(day);
    if (scrub.held) scrub.hold(day);
  };
  return (
    <div
      ref={track}
      className="qd-timeline"
      dir="ltr"
      data-past={travel.past || undefined}
      data-held={scrub.held ? true : undefined}
      data-tall={props.tall || undefined}
      role="slider"
      tabIndex={0}
      aria-label="The day that is shown, from the first known day to today"
      aria-valuemin={0}
      aria-valuemax={known.first.until(known.last, { largestUnit: "days" }).days}
      aria-valuenow={known.first.until(shown, { largestUnit: "days" }).days}
      aria-valuetext={formatDay(shown.toString())}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={scrub.release}
      onPointerCancel={scrub.release}
      onPointerLeave={() => setOver(null)}
      onKeyDown={(event) => {
        const to = dayOfKey(event.key, shown, travel.step, known);
        if (to === null) return;
        event.preventDefault();
        scrub.hold(to);
      }}
      onKeyUp={scrub.release}
      onBlur={scrub.release}
    >
      <Ground known={known} pulse={props.pulse} part={part} />
      {ticksOf(known, calendar).map((tick) => (
        <i key={tick.key} className="qd-tick" data-year={tick.year || undefined} style={at(tick.part)}>
          {props.tall && tick.year ? <span>{tick.key.replace(/-Q1$/, "")}</span> : null}
        </i>
      ))}
      {over ? <Over known={known} day={over} /> : null}
      <span className="qd-timeline-thumb" style={at(part)} aria-hidden />
    </div>
  );
}

/** The day under the pointer, before it is pressed. */
function Over({ known, day }: { known: KnownDays; day: Temporal.PlainDate }) {
  const { calendar } = useWorkspace();
  return (
    <span className="qd-timeline-over" style={at(partOf(known, day))} aria-hidden>
      <b>
        {formatDay(day.toString())} · {periodLabel(calendar.periodOf(day, "quarter").key)}
      </b>
    </span>
  );
}

const at = (part: number) => ({ left: `${(part * 100).toFixed(3)}%` });

/** The size of the company over the known days; what lies after the shown day is quieter. */
function Ground({ known, pulse, part }: { known: KnownDays; pulse: Pulse; part: number }) {
  const top = Math.max(...pulse.map((beat) => beat.size), 1);
  const points = pulse.map((beat) => {
    const x = partOf(known, Temporal.PlainDate.from(beat.day)) * 1000;
    return `${x.toFixed(1)} ${(100 - (beat.size / top) * 92).toFixed(1)}`;
  });
  if (points.length < 2) return <span className="qd-timeline-line" aria-hidden />;
  const first = points[0]?.split(" ")[0];
  const last = points.at(-1)?.split(" ")[0];
  const path = `M${first} 100L${points.join("L")}L${last} 100Z`;
  return (
    <svg className="qd-timeline-ground" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={path} data-after />
      <path d={path} style={{ clipPath: `inset(0 ${((1 - part) * 100).toFixed(3)}% 0 0)` }} />
    </svg>
  );
}

/** Where a key leads from a day, within the known days; null for keys that lead nowhere. */
function dayOfKey(
  key: string,
  day: Temporal.PlainDate,
  step: Step,
  { first, last }: KnownDays,
): Temporal.PlainDate | null {
  const steps: Record<string, [Step, 1 | -1]> = {
    ArrowLeft: [step, -1],
    ArrowDown: [step, -1],
    ArrowRight: [step, 1],
    ArrowUp: [step, 1],
    PageUp: ["quarter", -1],
    PageDown: ["quarter", 1],
  };
  const found = steps[key];
  const to = key === "Home" ? first : key === "End" ? last : found ? stepDay(day, ...found) : null;
  if (to === null) return null;
  if (Temporal.PlainDate.compare(to, first) < 0) return first;
  return Temporal.PlainDate.compare(to, last) > 0 ? last : to;
}
