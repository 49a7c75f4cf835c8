/** What moved most in the last seven days: the largest movements of the waterfall, by opportunity. */

import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  Change,
  formatDay,
  headline,
  Section,
  useAsk,
  useShownDay,
  useWorkspace,
} from "#base/ui";
import { waterfallRecords } from "#run/contract";

const steps = ["won", "lost", "new", "increased", "decreased"] as const;

export function TopMoves() {
  const { day } = useShownDay();
  const span = { from: day.subtract({ days: 7 }).toString(), to: day.toString() };
  return (
    <Section
      flush
      title={`What moved since ${formatDay(span.from)}`}
      side={
        <Link to={"/pipeline/moved" as "/"} search={{ from: span.from } as never} className="qd-link">
          The whole waterfall
        </Link>
      }
    >
      <div className="qd-moves">
        {steps.map((step) => (
          <Moves key={step} step={step} span={span} />
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

function Moves(props: { step: (typeof steps)[number]; span: { from: string; to: string } }) {
  const { currency } = useWorkspace();
  const asked = useAsk(waterfallRecords, { query: { ...props.span, step: props.step, limit: 4 } });
  return (
    <section aria-label={headline(props.step)} className="qd-move">
      <h3>
        {headline(props.step)} <span className="qd-faint">{asked.data?.count ?? ""}</span>
      </h3>
      <Answer of={asked}>
        {(data) =>
          data.count === 0 ? (
            <p className="qd-faint">Nothing this week</p>
          ) : (
            <ul className="qd-list">
              {data.rows.map((row) => (
                <li key={row.id}>
                  <Link
                    to={"/opportunities/$id" as "/"}
                    params={{ id: row.id } as never}
                    className="qd-move-row"
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
