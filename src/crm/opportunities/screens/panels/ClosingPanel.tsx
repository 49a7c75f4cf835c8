/** The open opportunities that are expected to close this month, the largest first: all in sight, or those of whoever looks. */

import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  counted,
  DueDay,
  Empty,
  formatMoneyShort,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
} from "#base/ui";
import { getSession } from "#people/contract";
import { amountOf, useCounted, useScopedText } from "../../../lists/screens/use-listed.ts";
import { getOpportunities } from "../../contract.ts";

export default function ClosingPanel(props: PanelProps) {
  return <Closing {...props} whose="" />;
}

/** Those of whoever looks; where the seat is no person's, all in sight. */
export function MyClosingPanel(props: PanelProps) {
  const session = useAsk(getSession, {});
  return <Closing {...props} whose={session.data?.actor.personId ? ",owner.one-of(me)" : ""} />;
}

const most = 7;

function Closing({ question, whose }: PanelProps & { whose: string }) {
  const filter = `and(status.one-of(open),closeOn.in(this-month)${whose})`;
  const scoped = useScopedText(filter, "owner");
  const sort = "closeOn,-amount";
  const counts = useCounted("opportunity", scoped);
  const asked = useAsk(getOpportunities, { query: { filter: scoped, sort, limit: most } });
  const count = counts.data?.count;
  const amount = amountOf(counts.data);
  return (
    <Panel
      today
      flush
      question={question}
      finding={
        count
          ? `${counted(count, "opportunity", "opportunities")} should close this month${amount ? `: ${formatMoneyShort(amount.sum, amount.currency)}` : ""}`
          : undefined
      }
      side={
        count && count > most ? (
          <Link to={"/opportunities" as "/"} search={{ filter, sort } as never} className="qd-link">
            All of them
          </Link>
        ) : null
      }
    >
      <Answer of={asked} loading={<Loading rows={most} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing is expected to close this month">
              What is open later stands in the list of opportunities.
            </Empty>
          ) : (
            <ul className="qd-list qd-panel-list">
              {items.map((row) => (
                <li key={row.id}>
                  <Link
                    to={"/opportunities/$id" as "/"}
                    params={{ id: row.id } as never}
                    className="qd-panel-row"
                    title={row.name}
                  >
                    <span className="qd-truncate">{row.name}</span>
                    <span className="qd-faint qd-truncate">{row.stage?.name}</span>
                    <DueDay day={row.closeOn} open />
                    <Amount amount={row.amount.amount} currency={row.amount.currency} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
