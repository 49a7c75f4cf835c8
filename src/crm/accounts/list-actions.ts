/** Accounts as their list has them: with what other records say of them. */
import { figuresAt, type Listing } from "#base/platform";
import { type ListCall, momentText, sumText } from "../lists/actions.ts";
import type { AccountListed } from "./contract.ts";
import { shownAccount } from "./show-actions.ts";
import { accountsByIds } from "./store.ts";

const told = [
  "trueSince",
  "openPipeline",
  "openOpportunities",
  "wonTotal",
  "lastActivityAt",
  "team",
  "region",
] as const;

/** Accounts as their list has them, in the order of their ids. */
export async function listedAccounts(
  { db, sight }: ListCall,
  ids: string[],
  listing: Listing,
): Promise<AccountListed[]> {
  const accounts = await accountsByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, told);
  return accounts.map((account) => {
    const figure = (column: (typeof told)[number]) => figures.get(account.id)?.[column] ?? null;
    return {
      ...shownAccount(account),
      trueSince: momentText(figure("trueSince")) ?? "",
      openPipeline: sumText(figure("openPipeline"), listing),
      openOpportunities: Number(figure("openOpportunities")),
      wonTotal: sumText(figure("wonTotal"), listing),
      lastActivityAt: momentText(figure("lastActivityAt")),
      team: figure("team"),
      region: figure("region"),
    };
  });
}
