/** Open opportunities that are longer in their stage than three quarters of the won ones were, the largest first. */

import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { readFilter } from "#base/kernel";
import {
  Amount,
  Answer,
  counted,
  Empty,
  formatDays,
  formatMoneyShort,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
  useWorkspace,
} from "#base/ui";
import { getListOutline, getOpportunities, type OpportunityListed } from "#crm/contract";
import { useScopedFilter } from "#crm/screens";
import { askMeasure } from "../../contract.ts";
import { fewestWon, stuckFilter, type UsualStay, usualStays } from "./stuck.ts";

const most = 7;
const sort = "-amount";

export default function StuckPanel({ question }: PanelProps) {
  // What is usual is what all that was won says, whatever part of the company is shown.
  const usual = useAsk(askMeasure, {
    params: { name: "stage-age" },
    query: { by: "stage", where: ["status=won"], switches: ["statistic=p75", "stays=all"] },
  });
  const stays = useMemo(() => usualStays(usual.data?.rows ?? []), [usual.data]);
  const filter = useMemo(() => stuckFilter(stays), [stays]);
  const read = useMemo(() => readFilter(filter ?? ""), [filter]);
  const scoped = useScopedFilter(read, "owner");
  const asks = { enabled: filter !== null };
  const rows = useAsk(getOpportunities, { query: { filter: scoped, sort, limit: most } }, asks);
  const outline = useAsk(
    getListOutline,
    { params: { noun: "opportunity" }, query: { filter: scoped, sort: "none", group: "none" } },
    asks,
  );
  const { count, sums } = outline.data ?? { count: 0, sums: [] };
  const amount = sums.find(({ column }) => column === "amount");
  const asked =
    usual.error || (usual.data && filter === null)
      ? { ...usual, data: usual.data ? [] : undefined }
      : { ...rows, data: rows.data?.items };
  return (
    <Panel
      today
      flush
      question={question}
      finding={
        outline.data && count > 0
          ? `${counted(count, "opportunity is", "opportunities are")} stuck${amount?.currency ? `: ${formatMoneyShort(amount.sum, amount.currency)}` : ""}`
          : undefined
      }
      side={
        filter !== null && count > 0 ? (
          <Link to={"/opportunities" as "/"} search={{ filter, sort } as never} className="qd-link">
            All of them
          </Link>
        ) : null
      }
    >
      <Answer of={asked} loading={<Loading rows={most} />}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={filter === null ? "Too little was won to tell" : "Nothing is stuck"}>
              {filter === null
                ? `A stage is judged once ${fewestWon} won opportunities have been through it.`
                : "Every open opportunity moves as the won ones did."}
            </Empty>
          ) : (
            <ul className="qd-list qd-panel-list">
              {items.map((row) => (
                <li key={row.id}>
                  <Stuck row={row} stays={stays} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <p className="qd-panel-foot">
        Longer in their stage than three quarters of the won opportunities were.
      </p>
    </Panel>
  );
}

function Stuck({ row, stays }: { row: OpportunityListed; stays: readonly UsualStay[] }) {
  const days = useDaysSince(row.stageEnteredAt);
  const usual = stays.find(({ stageId }) => stageId === row.stage?.id);
  return (
    <Link
      to={"/opportunities/$id" as "/"}
      params={{ id: row.id } as never}
      className="qd-panel-row"
      title={row.name}
    >
      <span className="qd-truncate">{row.name}</span>
      <span className="qd-faint qd-truncate">{row.stage?.name}</span>
      <span
        className="qd-number"
        title={
          usual
            ? `Three quarters of ${usual.n} won ones left ${usual.stage} within ${formatDays(usual.days)}`
            : undefined
        }
      >
        {days === null ? "–" : formatDays(days)}
      </span>
      <Amount amount={row.amount.amount} currency={row.amount.currency} />
    </Link>
  );
}

/** Whole days from a moment until today, where the company is. */
function useDaysSince(at: string | null): number | null {
  const { timeZone } = useWorkspace();
  if (at === null) return null;
  const from = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return from.until(Temporal.Now.plainDateISO(timeZone), { largestUnit: "days" }).days;
}
