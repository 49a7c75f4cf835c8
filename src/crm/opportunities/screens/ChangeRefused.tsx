/** Why a change was not kept; with a conflict, what somebody else made of the record meanwhile, and both ways on. */

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { formatDay, formatMoney } from "#base/ui";
import type { OpportunityDetail } from "../contract.ts";
import type { RefusedChange } from "./use-change.ts";

export function ChangeRefused(props: { refused: RefusedChange; again: () => void; leave: () => void }) {
  const { problem, current, seen } = props.refused;
  const client = useQueryClient();
  if (!current) {
    return (
      <div className="qd-conflict" role="alert">
        <p>
          <strong>{problem.detail}</strong> {problem.fix}
          {problem.fields?.map((field) => ` ${field.field}: ${field.message}.`)}
        </p>
      </div>
    );
  }
  const told = meanwhile(seen, current);
  return (
    <div className="qd-conflict" role="alert">
      <p>
        <strong>Somebody changed this opportunity while you were looking at it.</strong> Your change is not
        kept yet.
      </p>
      {told.length > 0 ? (
        <ul>
          {told.map(([name, was, is]) => (
            <li key={name}>
              {name}: {was} → <strong>{is}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="qd-conflict-ways">
        <Button size="xs" onClick={props.again}>
          Keep mine as well
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            props.leave();
            void client.invalidateQueries();
          }}
        >
          Leave it as it is now
        </Button>
      </div>
    </div>
  );
}

/** What is different between the record that was on screen and the record as it is now. */
function meanwhile(seen: OpportunityDetail, now: OpportunityDetail): [string, string, string][] {
  const said = (one: OpportunityDetail): [string, string][] => [
    ["Amount", one.amount.amount === null ? "none" : formatMoney(one.amount.amount, one.amount.currency)],
    ["Close date", one.closeOn ? formatDay(one.closeOn) : "none"],
    ["Stage", one.stage?.name ?? "not known"],
    ["Status", one.status],
    ["Person", one.owner?.name ?? "nobody"],
    ["Next step", one.nextStep ?? "none"],
    ["Name", one.name],
  ];
  const after = said(now);
  return said(seen).flatMap(([name, was], index) => {
    const is = after[index]?.[1] ?? "none";
    return was === is ? [] : [[name, was, is] as [string, string, string]];
  });
}
