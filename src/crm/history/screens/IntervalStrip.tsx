/** The states of an opportunity along time, each as wide as it lasted; pressing one moves the company to its day. */

import type { CSSProperties } from "react";
import {
  formatDay,
  formatMoneyShort,
  headline,
  seriesColor,
  useAddress,
  useShownDay,
  useToday,
  useWorkspace,
} from "#base/ui";
import type { IntervalOut } from "../contract.ts";

interface Piece {
  readonly state: IntervalOut;
  readonly startsOn: string;
  readonly part: number;
  readonly color: string;
}

export function IntervalStrip({ intervals }: { intervals: readonly IntervalOut[] }) {
  const { timeZone } = useWorkspace();
  const [, change] = useAddress();
  const today = useToday();
  const { day } = useShownDay();
  const pieces = piecesOf(intervals, timeZone);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const begins = Temporal.PlainDate.from(first.startsOn);
  const total = Math.max(1, begins.until(endOf(intervals, timeZone, today), { largestUnit: "days" }).days);
  const at = Math.min(1, Math.max(0, begins.until(day, { largestUnit: "days" }).days / total));
  const go = (to: string) => change({ asOf: to < today.toString() ? to : undefined });
  return (
    <div className="qd-strip">
      <div className="qd-strip-bar">
        {pieces.map((piece) => (
          <button
            key={piece.state.versionNo}
            type="button"
            data-status={piece.state.status}
            style={{ flexGrow: piece.part, "--fill": piece.color } as CSSProperties}
            aria-label={`From ${formatDay(piece.startsOn)}: ${told(piece.state)}. Show the company on that day.`}
            title={`${formatDay(piece.startsOn)}: ${told(piece.state)}`}
            onClick={() => go(piece.startsOn)}
          />
        ))}
        <i className="qd-strip-day" style={{ left: `${at * 100}%` }} />
      </div>
      <div className="qd-strip-ends">
        <span>{formatDay(first.startsOn)}</span>
        <Stages pieces={pieces} />
        <span>{last.state.status === "open" ? "today" : formatDay(last.startsOn)}</span>
      </div>
    </div>
  );
}

function told(state: IntervalOut): string {
  const amount =
    state.amount.amount === null ? "no amount" : formatMoneyShort(state.amount.amount, state.amount.currency);
  return [
    state.status === "open" ? (state.stage?.name ?? "stage not known") : headline(state.status),
    amount,
  ].join(", ");
}

/** A closed opportunity's strip ends a little after it closed, an open one's today. */
function endOf(
  intervals: readonly IntervalOut[],
  timeZone: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const last = intervals
    .filter((one) => one.supersededAt === null)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  if (!last || last.status === "open") return today;
  const closed = dayOf(last.validFrom, timeZone);
  return closed.add({ days: 7 });
}

function dayOf(instant: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

function piecesOf(intervals: readonly IntervalOut[], timeZone: string): Piece[] {
  const believed = intervals
    .filter((one) => one.supersededAt === null)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const stages = [...new Set(believed.map((one) => one.stage?.id ?? "none"))];
  const week = 7 * 86_400_000;
  return believed.map((state) => {
    const from = Temporal.Instant.from(state.validFrom).epochMilliseconds;
    const until = state.validTo ? Temporal.Instant.from(state.validTo).epochMilliseconds : null;
    const lasted =
      until ?? (state.status === "open" ? Temporal.Now.instant().epochMilliseconds : from + week);
    return {
      state,
      startsOn: dayOf(state.validFrom, timeZone).toString(),
      part: Math.max(lasted - from, 86_400_000),
      color: seriesColor(stages.indexOf(state.stage?.id ?? "none")),
    };
  });
}

/** The names of the stages in the order in which they were entered. */
function Stages({ pieces }: { pieces: readonly Piece[] }) {
  const shown = new Map<string, string>();
  for (const { state, color } of pieces) {
    if (state.status === "open") shown.set(state.stage?.name ?? "Stage not known", color);
  }
  return (
    <ul className="qd-legend">
      {[...shown].map(([name, color]) => (
        <li key={name}>
          <i style={{ background: color }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
