/** The smallest parts: money, change, rates, days, counts. Numbers stand in tabular figures and never wrap. */
import {
  formatCount,
  formatDay,
  formatDays,
  formatInstant,
  formatMoney,
  formatMoneyShort,
  formatMoneyWhole,
  formatRate,
} from "./words.ts";
import { useToday, useWorkspace } from "./workspace.tsx";

/**
 * Money at a glance, in full on hover; `full` shows it all, `whole` leaves out the cents from a thousand on, so that a
 * column of amounts can be compared.
 */
export function Amount(props: {
  amount: string | null;
  currency: string;
  full?: boolean;
  whole?: boolean;
  className?: string;
}) {
  if (props.amount === null) return <span className="qd-faint">–</span>;
  const exact = formatMoney(props.amount, props.currency);
  const shown = props.full
    ? exact.replace(/\.00$/, "")
    : props.whole
      ? formatMoneyWhole(props.amount, props.currency)
      : formatMoneyShort(props.amount, props.currency);
  return (
    <span className={`qd-number ${props.className ?? ""}`} title={exact}>
      {shown}
    </span>
  );
}

/** A difference with its sign and direction; `goodWhen` says which way is good. Zero is neither. */
export function Change(props: {
  amount: string;
  currency?: string | null;
  unit?: "money" | "count" | "points";
  goodWhen?: "up" | "down" | "neither";
}) {
  const size = Number(props.amount);
  const good = props.goodWhen ?? "up";
  const tone =
    size === 0 || good === "neither" ? "qd-dim" : size > 0 === (good === "up") ? "qd-up" : "qd-down";
  const plain = String(props.amount).replace(/^-/, "");
  const text =
    props.unit === "points"
      ? `${formatCount(Math.round(Math.abs(size) * 1000) / 10)} pts`
      : props.unit === "count" || !props.currency
        ? formatCount(Math.abs(size))
        : formatMoneyShort(plain, props.currency);
  const sign = size > 0 ? "+" : size < 0 ? "−" : "±";
  const exact = props.currency ? `${sign}${formatMoney(plain, props.currency)}` : undefined;
  return (
    <span className={`qd-number ${tone}`} title={exact}>
      {sign}
      {text}
    </span>
  );
}

export function Percent({ rate }: { rate: number | null }) {
  return (
    <span className={rate === null ? "qd-faint" : "qd-number"}>{rate === null ? "–" : formatRate(rate)}</span>
  );
}

export function Days({ days }: { days: number | null }) {
  return (
    <span className={days === null ? "qd-faint" : "qd-number"}>{days === null ? "–" : formatDays(days)}</span>
  );
}

export function Count({ count }: { count: number }) {
  return <span className="qd-number">{formatCount(count)}</span>;
}

/** A day, always as "23 Nov 2026". */
export function Day({ day }: { day: string | null }) {
  if (!day) return <span className="qd-faint">–</span>;
  return (
    <time className="qd-number" dateTime={day}>
      {formatDay(day)}
    </time>
  );
}

/** The day on which something is expected; while it is open and that day is over, it stands out. */
export function DueDay({ day, open }: { day: string | null; open: boolean }) {
  const today = useToday().toString();
  const late = open && day !== null && day < today;
  return (
    <span className={late ? "qd-late" : undefined} title={late ? "Overdue" : undefined}>
      <Day day={day} />
      {late ? <span className="qd-hidden">, overdue</span> : null}
    </span>
  );
}

/** The moment until which something is to be done; while it is open and that day is over, it stands out. */
export function DueMoment({ at, open }: { at: string | null; open: boolean }) {
  const { timeZone } = useWorkspace();
  const today = useToday();
  if (at === null) return <span className="qd-none">–</span>;
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const late = open && Temporal.PlainDate.compare(day, today) < 0;
  return (
    <span className={late ? "qd-number qd-late" : "qd-number"} title={late ? "Overdue" : undefined}>
      {formatInstant(at, timeZone)}
      {late ? <span className="qd-hidden">, overdue</span> : null}
    </span>
  );
}

/** The day of a moment; its time is on hover. */
export function DayOf({ at }: { at: string | null }) {
  const { timeZone } = useWorkspace();
  if (at === null) return <span className="qd-none">–</span>;
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return (
    <span title={formatInstant(at, timeZone)}>
      <Day day={day.toString()} />
    </span>
  );
}

/** Open, won, lost or removed: colour and word together, never colour alone. `word` says it more exactly: its stage. */
export function Status({ status, word: said }: { status: string; word?: string | undefined }) {
  const word = said ?? status.charAt(0).toUpperCase() + status.slice(1);
  return (
    <span className="qd-status" data-status={status}>
      {word}
    </span>
  );
}
