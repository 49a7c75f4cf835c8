/** What is missing in open opportunities: each gap with how many have it, and the list of exactly those. */

import { Link } from "@tanstack/react-router";
import {
  Answer,
  BarCell,
  counted,
  formatCount,
  formatMoneyShort,
  formatRate,
  Loading,
  Panel,
  type PanelProps,
} from "#base/ui";
import { amountOf, useCounted, useScopedText } from "../../../lists/screens/use-listed.ts";
import { anyGapFilter, type Gap, gapFilter, gaps } from "../../hygiene.ts";

export default function HygienePanel({ question }: PanelProps) {
  const open = useCounted("opportunity", useScopedText("and(status.one-of(open))", "owner"));
  const any = useCounted("opportunity", useScopedText(anyGapFilter, "owner"));
  const all = open.data?.count;
  return (
    <Panel today question={question} finding={all && any.data ? findingOf(any.data.count, all) : undefined}>
      <Answer of={open} loading={<Loading rows={5} />}>
        {({ count }) => (
          <ul className="qd-list">
            {gaps.map((gap) => (
              <li key={gap.key}>
                <Lacking gap={gap} of={count} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {all === undefined ? null : (
        <p className="qd-panel-note">
          Of {counted(all, "open opportunity", "open opportunities")}; one can lack several things.
        </p>
      )}
    </Panel>
  );
}

function findingOf(lacking: number, all: number): string {
  if (lacking === 0) return "Nothing is missing in open opportunities";
  return `${formatRate(Math.round((lacking / all) * 100) / 100)} of open opportunities lack something`;
}

function Lacking({ gap, of }: { gap: Gap; of: number }) {
  const filter = gapFilter(gap);
  const asked = useCounted("opportunity", useScopedText(filter, "owner"));
  const amount = amountOf(asked.data);
  const { count } = asked.data ?? { count: 0 };
  return (
    <Link
      to={"/opportunities" as "/"}
      search={{ filter, sort: gap.sort } as never}
      className="qd-panel-row"
      data-columns="bar"
    >
      <span className="qd-truncate">{gap.label}</span>
      <BarCell
        part={of > 0 ? count / of : 0}
        color={count > 0 ? "var(--qd-attention-fill)" : "var(--qd-neutral-fill)"}
      />
      <span className="qd-number qd-strong">
        {asked.error ? "failed" : asked.data ? formatCount(count) : "…"}
      </span>
      <span className="qd-number qd-faint">
        {amount && count > 0 && gap.key !== "amount" ? formatMoneyShort(amount.sum, amount.currency) : ""}
      </span>
    </Link>
  );
}
