/** The states of an opportunity along time, each as wide as it lasted; pressing one moves the company to its day. */

import type { CSSProperties } from "react";
import {
  formatDay,
  formatMoneyShort,
  headline,
  useAddress,
  useAsk,
  useShownDay,
  useToday,
  useWorkspace,
} from "#base/ui";
import { getPipelines } from "../../opportunities/verb-contract.ts";
import type { IntervalOut } from "../contract.ts";
import { dayOf } from "./day-of.ts";

interface Piece {
  readonly state: IntervalOut;
  readonly startsOn: string;
  readonly part: number;
  /** How far along its pipeline: 1 to 6, 0 where the stage is not known. */
  readonly far: number;
}

export function IntervalStrip({ intervals }: { intervals: readonly IntervalOut[] }) {
  const { timeZone } = useWorkspace();
  const [, change] = useAddress();
  const today = useToday();
  const { day } = useShownDay();
  const farOf = useFar(intervals);
  const pieces = piecesOf(intervals, timeZone, farOf);
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
            data-far={piece.far}
            style={{ flexGrow: piece.part } as CSSProperties}
            aria-label={`From ${formatDay(piece.startsOn)}: ${told(piece.state)}. Show the company on that day.`}
            title={`${formatDay(piece.startsOn)}: ${told(piece.state)}`}
            onClick={() => go(piece.startsOn)}
          >
            <span aria-hidden>{nameOf(piece.state)}</span>
          </button>
        ))}
        <i className="qd-strip-day" style={{ insetInlineStart: `${at * 100}%` }} />
      </div>
      <div className="qd-strip-ends">
        <span>{formatDay(first.startsOn)}</span>
        <span>{last.state.status === "open" ? "today" : formatDay(last.startsOn)}</span>
      </div>
    </div>
  );
}

function told(state: IntervalOut): string {
  const amount =
    state.amount.amount === null ? "no amount" : formatMoneyShort(state.amount.amount, state.amount.currency);
  return [nameOf(state), amount].join(", ");
}

const nameOf = ({ status, stage }: IntervalOut): string =>
  status === "open" ? (stage?.name ?? "Stage not known") : headline(status);

/** How far along its pipeline a state stands: more of one thing, so one hue from little to much. */
function useFar(intervals: readonly IntervalOut[]): (state: IntervalOut) => number {
  const pipelines = useAsk(getPipelines, {});
  const ids = new Set(intervals.map(({ pipeline }) => pipeline.id));
  const stages = (pipelines.data?.items ?? [])
    .filter(({ id }) => ids.has(id))
    .map((pipeline) => pipeline.stages.filter(({ outcome }) => outcome === "open").map(({ id }) => id));
  return ({ stage }) => {
    const of = stages.find((one) => stage !== null && one.includes(stage.id));
    if (!of || stage === null) return 0;
    return of.length < 2 ? 6 : 2 + Math.round((of.indexOf(stage.id) / (of.length - 1)) * 4);
  };
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
  return Temporal.PlainDate.from(dayOf(last.validFrom, timeZone)).add({ days: 7 });
}

function piecesOf(
  intervals: readonly IntervalOut[],
  timeZone: string,
  farOf: (state: IntervalOut) => number,
): Piece[] {
  const believed = intervals
    .filter((one) => one.supersededAt === null)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const week = 7 * 86_400_000;
  return believed.map((state) => {
    const from = Temporal.Instant.from(state.validFrom).epochMilliseconds;
    const until = state.validTo ? Temporal.Instant.from(state.validTo).epochMilliseconds : null;
    const lasted =
      until ?? (state.status === "open" ? Temporal.Now.instant().epochMilliseconds : from + week);
    return {
      state,
      startsOn: dayOf(state.validFrom, timeZone),
      part: Math.max(lasted - from, 86_400_000),
      far: farOf(state),
    };
  });
}
