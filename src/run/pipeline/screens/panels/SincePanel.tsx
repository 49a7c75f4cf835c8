/** What changed since the last visit, or since Monday: the largest movements of the pipeline, by opportunity. */

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  Amount,
  Answer,
  Change,
  Failed,
  formatMoneyShort,
  headline,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
  useSlices,
  useWorkspace,
} from "#base/ui";
import { askWaterfall, waterfallRecords } from "../../contract.ts";
import { useSince } from "./use-since.tsx";

const steps = ["won", "lost", "new", "increased", "decreased"] as const;
type StepName = (typeof steps)[number];

export default function SincePanel({ question }: PanelProps) {
  const { from, to, words, presets } = useSince();
  const { currency } = useWorkspace();
  const { where } = useSlices();
  const query = { from, to, ...(where.length > 0 ? { where } : {}) };
  const whole = useAsk(askWaterfall, { query });
  const totalOf = (name: StepName) => {
    const found = whole.data?.steps.find((step) => step.name === name);
    return found?.count ? formatMoneyShort(found.amount, currency) : undefined;
  };
  return (
    <Panel
      flush
      question={question}
      finding={`What changed since ${words}`}
      side={
        <div className="qd-section-side">
          {presets}
          <Link to={"/pipeline/moved" as "/"} search={{ from } as never} className="qd-link qd-wide-only">
            The whole waterfall
          </Link>
        </div>
      }
    >
      {whole.error && whole.data === undefined ? (
        // One failure is told once.
        <Failed failure={whole.error} retry={whole.refetch} />
      ) : (
        <div className="qd-moves">
          {steps.map((step) => (
            <Step key={step} step={step} query={query} total={totalOf(step)} />
          ))}
        </div>
      )}
    </Panel>
  );
}

/** What is won is told without a sign; the rest as what it did to the pipeline. */
function Move(props: { step: StepName; amount: string; currency: string }) {
  if (props.step === "won")
    return <Amount amount={props.amount} currency={props.currency} className="qd-up" />;
  const lowers = props.step === "lost" || props.step === "decreased";
  const amount = lowers ? `-${props.amount}`.replace("--", "") : props.amount;
  return <Change amount={amount} currency={props.currency} />;
}

function Step(props: {
  step: StepName;
  query: { from: string; to: string; where?: string[] };
  total: string | undefined;
}) {
  const { step, query } = props;
  const { currency } = useWorkspace();
  const asked = useAsk(waterfallRecords, { query: { ...query, step, limit: 5 } });
  return (
    <section aria-label={headline(step)} className="qd-move">
      <h3>
        <Opened step={step} from={query.from}>
          {headline(step)} <span className="qd-faint">{asked.data?.count ?? ""}</span>
        </Opened>
        <span className="qd-number qd-faint">{props.total}</span>
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
                    <Move step={step} amount={row.change} currency={currency} />
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

/** The way to everything in a step. */
function Opened(props: { step: StepName; from: string; children: ReactNode }) {
  return (
    <Link
      to={"/pipeline/moved" as "/"}
      search={{ from: props.from, open: props.step } as never}
      className="qd-plain-link"
    >
      {props.children}
    </Link>
  );
}
