/** The opportunities in one step, each with how it stood before and after. */

import { Link } from "@tanstack/react-router";
import {
  Answer,
  Change,
  counted,
  Empty,
  formatDay,
  formatMoneyShort,
  headline,
  More,
  SidePanel,
  useAskPages,
  useWorkspace,
} from "#base/ui";
import { waterfallRecords, waterfallStepName } from "../contract.ts";
import { stepKind } from "./steps.ts";

interface Question {
  from: string;
  to: string;
  where?: string[];
  closingFrom?: string;
  closingTo?: string;
}

export function WaterfallRecords(props: { query: Question; step: string; onClose: () => void }) {
  const { currency } = useWorkspace();
  const { label, sentence } = stepKind(props.step);
  const step = waterfallStepName.safeParse(props.step).data ?? "start";
  const found = useAskPages(
    waterfallRecords,
    (at: number | undefined) => ({
      query: { ...props.query, step, limit: 100, ...(at ? { offset: at } : {}) },
    }),
    (page) => page.nextOffset,
  );
  const count = found.data?.pages[0]?.count;
  return (
    <SidePanel
      title={label}
      label={`Opportunities in ${label}`}
      note={`${sentence}${count === undefined ? "" : ` · ${counted(count, "opportunity", "opportunities")}`}`}
      onClose={props.onClose}
    >
      <Answer of={found}>
        {(data) => (
          <>
            <ul className="qd-list">
              {data.pages
                .flatMap((page) => page.rows)
                .map((row) => (
                  <li key={row.id}>
                    <MovedLink row={row} currency={currency} effect={stepKind(props.step).effect} />
                  </li>
                ))}
            </ul>
            {count === 0 ? (
              <Empty title="Nothing in this step">No opportunity moved this way between the two days.</Empty>
            ) : null}
            <More of={found} />
          </>
        )}
      </Answer>
    </SidePanel>
  );
}

interface Standing {
  stage: string | null;
  status: string;
  amount: string | null;
  closeOn: string | null;
  person: string | null;
}
interface Moved {
  id: string;
  name: string;
  account: string | null;
  change: string;
  before: Standing | null;
  after: Standing | null;
}

function MovedLink({ row, currency, effect }: { row: Moved; currency: string; effect: string }) {
  const total = effect === "total";
  return (
    <Link to={"/opportunities/$id" as "/"} params={{ id: row.id } as never} className="qd-item">
      <span className="qd-item-name qd-truncate">{row.name}</span>
      {total ? (
        <span className="qd-number">{formatMoneyShort(row.change, currency)}</span>
      ) : (
        <Change
          amount={signed(row.change, effect)}
          currency={currency}
          goodWhen={effect === "won" ? "neither" : "up"}
        />
      )}
      <span className="qd-item-note">
        {row.account ? <span>{row.account}</span> : null}
        {total
          ? null
          : differences(row, currency).map(([name, before, after]) => (
              <span key={name} className="qd-moved">
                {name} <s>{before}</s> → <b>{after}</b>
              </span>
            ))}
      </span>
    </Link>
  );
}

/** The magnitude in the step as what it did to the pipeline. */
function signed(change: string, effect: string): string {
  const lowers = effect === "won" || effect === "lost" || effect === "lowers";
  return lowers ? `-${change}`.replace("--", "") : change;
}

/** What is different between the two days, in words: what, before, after. */
function differences(row: Moved, currency: string): [string, string, string][] {
  const { before, after } = row;
  if (!before) return after ? [["", "not there", after.stage ?? headline(after.status)]] : [];
  if (!after) return [["", before.stage ?? headline(before.status), "not there"]];
  const told: [string, string | null, string | null][] = [
    ["Amount", money(before.amount, currency), money(after.amount, currency)],
    ["Close date", before.closeOn && formatDay(before.closeOn), after.closeOn && formatDay(after.closeOn)],
    ["Stage", before.stage, after.stage],
    ["Status", headline(before.status), headline(after.status)],
    ["Person", before.person, after.person],
  ];
  return told.flatMap(([name, was, is]) =>
    was === is ? [] : [[name, was ?? "none", is ?? "none"] as [string, string, string]],
  );
}

function money(amount: string | null, currency: string): string | null {
  return amount === null ? null : formatMoneyShort(amount, currency);
}
