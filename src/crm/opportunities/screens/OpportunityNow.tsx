/** Where the opportunity stands today: its stage on the path, and the figures that can be changed right here. */
import type { ReactNode } from "react";
import {
  Amount,
  counted,
  Day,
  Editable,
  formatDay,
  formatDays,
  formatRate,
  headline,
  Section,
  useToday,
} from "#base/ui";
import { useChanges, useStates } from "../../history/screens/use-history.ts";
import { FieldName } from "../../lists/screens/FieldName.tsx";
import type { OpportunityDetail } from "../contract.ts";
import { ChangeRefused } from "./ChangeRefused.tsx";
import { StagePath } from "./StagePath.tsx";
import { type DayMoves, dayMoves, daysAtStages, firstAmount } from "./standing.ts";
import { useChange } from "./use-change.ts";
import { useVerbs } from "./use-verbs.ts";

export function OpportunityNow({ opportunity }: { opportunity: OpportunityDetail }) {
  const { keep, refused, again, leave } = useChange(opportunity);
  const states = useStates(opportunity.id) ?? [];
  const verbs = useVerbs(opportunity);
  const { amount, closeOn, status } = opportunity;
  const open = status === "open";
  const days = daysAtStages(states, Temporal.Now.instant());
  return (
    <Section label="Where it stands">
      <StagePath opportunity={opportunity} days={days} onMove={open ? verbs.moveTo : undefined} />
      <div className="qd-now">
        <Standing label="Amount" note={<AmountNote first={firstAmount(states, amount)} now={amount} />}>
          <Editable
            label="Amount"
            kind="amount"
            value={amount.amount}
            onKeep={(value) => keep({ amount: { amount: value, currency: amount.currency } })}
          >
            <Amount amount={amount.amount} currency={amount.currency} full />
          </Editable>
        </Standing>
        <Standing
          label={open ? "Closes" : "Closed"}
          field="Close date"
          note={<CloseNote opportunity={opportunity} moves={dayMoves(states)} />}
        >
          <Editable
            label="Close date"
            kind="day"
            value={closeOn}
            onKeep={(value) => keep({ closeOn: value })}
          >
            <Day day={closeOn} />
          </Editable>
        </Standing>
        {open ? (
          <InStage opportunity={opportunity} days={days} />
        ) : (
          <Took from={opportunity.createdOn} until={closeOn} />
        )}
        <Standing label="Forecast" note={likely(opportunity.probability)}>
          {headline(opportunity.forecastCategory)}
        </Standing>
      </div>
      <NextStep opportunity={opportunity} keep={keep} />
      {refused ? <ChangeRefused refused={refused} again={again} leave={leave} /> : null}
    </Section>
  );
}

/** A figure whose name leads to its history. */
export function Standing(props: { label: string; field?: string; note?: ReactNode; children: ReactNode }) {
  const { label, field = label } = props;
  return (
    <div className="qd-figure">
      <span className="qd-figure-label">
        <FieldName label={label} field={field} />
      </span>
      <div className="qd-figure-value">{props.children}</div>
      {props.note ? <div className="qd-figure-note">{props.note}</div> : null}
    </div>
  );
}

const likely = (probability: number | null): string | null =>
  probability === null ? null : `${formatRate(probability)} likely`;

function AmountNote(props: { first: string | null; now: OpportunityDetail["amount"] }) {
  const { first, now } = props;
  if (first === null || now.amount === null) return null;
  const before = Number(first);
  const change = before === 0 ? null : Number(now.amount) / before - 1;
  return (
    <span>
      first <Amount amount={first} currency={now.currency} full />
      {change === null ? null : `, ${change > 0 ? "+" : "−"}${formatRate(Math.abs(change))}`}
    </span>
  );
}

/** How far the day is, and how often it moved. */
function CloseNote({ opportunity, moves }: { opportunity: OpportunityDetail; moves: DayMoves | null }) {
  const today = useToday();
  const { closeOn, status } = opportunity;
  const away =
    closeOn === null || status !== "open"
      ? null
      : today.until(Temporal.PlainDate.from(closeOn), { largestUnit: "days" }).days;
  return (
    <>
      {away === null ? null : away < 0 ? (
        <strong className="qd-late">{formatDays(-away)} overdue</strong>
      ) : (
        <span>{away === 0 ? "today" : `in ${formatDays(away)}`}</span>
      )}
      {moves === null ? null : (
        <span title={`First said to be ${formatDay(moves.first)}`}>{movesInWords(moves)}</span>
      )}
    </>
  );
}

/** "pushed out twice, 64 days later than first said". */
function movesInWords({ pushedOut, pulledIn, days }: DayMoves): string {
  const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : counted(count, "time"));
  const how = [
    pushedOut > 0 ? `pushed out ${times(pushedOut)}` : "",
    pulledIn > 0 ? `pulled in ${times(pulledIn)}` : "",
  ].filter((part) => part !== "");
  const by = days === 0 ? "" : `, by ${formatDays(Math.abs(days))}`;
  return `${how.join(", ")}${how.length === 1 ? by : ""}`;
}

function InStage(props: { opportunity: OpportunityDetail; days: ReadonlyMap<string, number> }) {
  const today = useToday();
  const { stage, stageEnteredAt } = props.opportunity;
  if (!stageEnteredAt) return <Standing label="In this stage">–</Standing>;
  const since = Temporal.Instant.from(stageEnteredAt).toZonedDateTimeISO("UTC").toPlainDate();
  const stood = Math.max(0, since.until(today, { largestUnit: "days" }).days);
  const together = props.days.get(stage?.id ?? "") ?? 0;
  return (
    <Standing
      label="In this stage"
      field="Stage"
      note={
        together > stood + 1
          ? `${formatDays(together)} with earlier stays`
          : `since ${formatDay(since.toString())}`
      }
    >
      {formatDays(stood)}
    </Standing>
  );
}

/** How long it took from its opening to its end. */
function Took({ from, until }: { from: string | null; until: string | null }) {
  if (from === null || until === null) return <Standing label="Took">–</Standing>;
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: "days" });
  return (
    <Standing label="Took" field="Status" note={`from ${formatDay(from)}`}>
      {formatDays(Math.max(0, days.days))}
    </Standing>
  );
}

/** What comes next, with the day on which it was said; of a lost one, why. */
function NextStep(props: { opportunity: OpportunityDetail; keep: ReturnType<typeof useChange>["keep"] }) {
  const { opportunity, keep } = props;
  const { id, nextStep, lostReason, status } = opportunity;
  const said = useChanges("opportunity", id)
    .data?.pages.flatMap(({ items }) => items)
    .find(({ changes }) => changes.some(({ field }) => field === "next_step"))?.trueSince;
  if (status === "won") return null;
  const lost = status === "lost";
  const label = lost ? "Lost reason" : "Next step";
  return (
    <div className="qd-next-step">
      <FieldName label={lost ? "Why it was lost" : label} field={label} />
      <Editable
        label={label}
        kind="text"
        value={lost ? lostReason : nextStep}
        onKeep={(value) => keep(lost ? { lostReason: value } : { nextStep: value })}
      >
        {(lost ? lostReason : nextStep) ?? <span className="qd-faint">None is said yet</span>}
      </Editable>
      {!lost && nextStep !== null && said ? (
        <span className="qd-faint qd-next-said">said {formatDay(said)}</span>
      ) : null}
    </div>
  );
}
