/** What became of an account's opportunities, as events of the account: opened, won, lost. Pure. */
import { formatMoney } from "#base/ui";
import type { HistoryEvent } from "../../history/screens/history-events.ts";
import type { OpportunityListed } from "../../opportunities/contract.ts";

/** `known` is the account's name, with which opportunities are often named. */
export function opportunityEvents(
  opportunities: readonly OpportunityListed[],
  known: string,
  timeZone: string,
): HistoryEvent[] {
  return opportunities.flatMap((one) => {
    const name = one.name.startsWith(`${known}: `) ? one.name.slice(known.length + 2) : one.name;
    const { amount, currency } = one.amount;
    const worth = amount === null ? "" : `, ${formatMoney(amount, currency).replace(/\.00$/, "")}`;
    const event = (kind: "opened" | "won" | "lost", day: string | null, title: string): HistoryEvent[] => {
      if (day === null) return [];
      const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: "12:00" });
      const trueSince = at.toInstant().toString();
      return [
        {
          id: `${kind} ${one.id}`,
          trueSince,
          recordedAt: trueSince,
          title,
          subject: kind === "opened" ? name : `${name}${worth}`,
          differences: [],
          implied: [],
          author: one.owner?.name ?? "",
          source: "app",
          basis: "recorded",
          supersededAt: null,
          kind,
          activity: null,
        },
      ];
    };
    const closed =
      one.status === "open" ? [] : event(one.status, one.closeOn, one.status === "won" ? "Won" : "Lost");
    return [...closed, ...event("opened", one.createdOn, "Opportunity opened")];
  });
}
