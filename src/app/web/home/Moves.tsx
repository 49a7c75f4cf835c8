/** What happened since the last visit, or in the last weeks: the largest movements of the pipeline, by opportunity. */

import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  Amount,
  Answer,
  Change,
  formatDay,
  headline,
  Loading,
  Presets,
  Section,
  useAsk,
  useShownDay,
  useSlices,
  useWorkspace,
} from "#base/ui";
import { waterfallRecords } from "#run/contract";
import { useLastVisit } from "./use-visits.ts";

const steps = ["won", "lost", "new", "increased", "decreased"] as const;
const back = { week: { days: 7 }, month: { days: 28 } } as const;

export function Moves() {
  const { day } = useShownDay();
  const visited = useLastVisit();
  const shown = day.toString();
  const since = visited !== null && visited < shown ? visited : null;
  const [chosen, setChosen] = useState<"visit" | "week" | "month" | null>(null);
  const far = chosen ?? (since ? "visit" : "week");
  const from =
    far === "visit" && since ? since : day.subtract(back[far === "visit" ? "week" : far]).toString();
  return (
    <Section
      flush
      title={
        far === "visit" ? `Since your last visit, ${formatDay(from)}` : `What moved since ${formatDay(from)}`
      }
      side={
        <div className="qd-section-side">
          <Presets
            label="Since when"
            value={far}
            choices={[
              ...(since ? [{ value: "visit" as const, label: "Last visit" }] : []),
              { value: "week" as const, label: "7 days" },
              { value: "month" as const, label: "4 weeks" },
            ]}
            onChange={setChosen}
          />
          <Link to={"/pipeline/moved" as "/"} search={{ from } as never} className="qd-link">
            The whole waterfall
          </Link>
        </div>
      }
    >
      <div className="qd-moves">
        {steps.map((step) => (
          <Step key={step} step={step} span={{ from, to: shown }} />
        ))}
      </div>
    </Section>
  );
}

/** What is won is told without a sign; the rest as what it did to the pipeline. */
function Move(props: { step: string; amount: string; currency: string }) {
  if (props.step === "won")
    return <Amount amount={props.amount} currency={props.currency} className="qd-up" />;
  const lowers = props.step === "lost" || props.step === "decreased";
  const amount = lowers ? `-${props.amount}`.replace("--", "") : props.amount;
  return <Change amount={amount} currency={props.currency} />;
}

function Step(props: { step: (typeof steps)[number]; span: { from: string; to: string } }) {
  const { currency } = useWorkspace();
  const { where } = useSlices();
  const slice = where.length > 0 ? { where } : {};
  const asked = useAsk(waterfallRecords, {
    query: { ...props.span, ...slice, step: props.step, limit: 4 },
  });
  return (
    <section aria-label={headline(props.step)} className="qd-move">
      <h3>
        {headline(props.step)} <span className="qd-faint">{asked.data?.count ?? ""}</span>
      </h3>
      <Answer of={asked} loading={<Loading rows={4} height={14} />}>
        {(data) =>
          data.count === 0 ? (
            <p className="qd-faint">Nothing in this time</p>
          ) : (
            <ul className="qd-list">
              {data.rows.map((row) => (
                <li key={row.id}>
                  <Link
                    to={"/opportunities/$id" as "/"}
                    params={{ id: row.id } as never}
                    className="qd-move-row"
                    title={row.name}
                  >
                    <span className="qd-truncate">{row.name}</span>
                    <Move step={props.step} amount={row.change} currency={currency} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
