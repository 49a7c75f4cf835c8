/** The open pipeline on the shown day against a week, a month and a quarter before. */

import { Link } from "@tanstack/react-router";
import { Amount, Change, counted, Figure, formatDay, useAsk, useAsOf, useShownDay } from "#base/ui";
import { askPipeline } from "#run/contract";

const spans = [
  { days: 7, label: "Against 7 days before" },
  { days: 30, label: "Against 30 days before" },
  { days: 90, label: "Against 90 days before" },
] as const;

export function PipelineNow() {
  const asOf = useAsOf();
  const now = useAsk(askPipeline, { query: { by: "status", ...(asOf ? { asOf } : {}) } });
  const total = now.data?.total;
  return (
    <div className="qd-figures">
      <Figure
        label="Open pipeline"
        definition="The amounts of all opportunities that were open at the end of the day"
        loading={!total}
        note={
          total ? (
            <Link to={"/pipeline" as "/"} className="qd-link">
              {counted(total.count, "opportunity", "opportunities")}
            </Link>
          ) : (
            "…"
          )
        }
      >
        {total ? <Amount amount={total.amount} currency={total.currency} /> : null}
      </Figure>
      {spans.map((span) => (
        <Against key={span.days} {...span} total={total} />
      ))}
    </div>
  );
}

function Against(props: {
  days: number;
  label: string;
  total: { amount: string; currency: string } | undefined;
}) {
  const { day } = useShownDay();
  const then = day.subtract({ days: props.days }).toString();
  const before = useAsk(askPipeline, { query: { by: "status", asOf: then } });
  const was = before.data?.total;
  const { total } = props;
  return (
    <Figure
      label={props.label}
      loading={!total || !was}
      note={
        was && total ? (
          <>
            <Amount amount={was.amount} currency={was.currency} /> on {formatDay(then)}
          </>
        ) : (
          "…"
        )
      }
    >
      {total && was ? (
        <Change amount={String(Number(total.amount) - Number(was.amount))} currency={total.currency} />
      ) : null}
    </Figure>
  );
}
