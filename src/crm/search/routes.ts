import { bind, type Route, whyDenied } from "#base/platform";
import { moneyText } from "#base/wire";
import { type FoundRecord, searchRecords } from "./contract.ts";
import { wantedIn } from "./search.ts";
import { type FoundName, findNames } from "./store.ts";

export const searchRoutes: Route[] = [
  bind(searchRecords, async ({ services, actor, sight, query }) => {
    const wanted = wantedIn(query.query);
    if (wanted === null) return { items: [] };
    const withPeople = whyDenied(actor, "people.read") === null;
    const found = await findNames(services.replica, sight, wanted, { limit: query.limit, withPeople });
    return { items: found.map(shownRecord) };
  }),
];

function shownRecord(found: FoundName): FoundRecord {
  const { id, name, note, accountId, amountMinor, currency } = found;
  return {
    noun: found.noun as FoundRecord["noun"],
    ...{ id, name, note, accountId },
    status: found.status as FoundRecord["status"],
    amount: currency === null ? null : moneyText(amountMinor, currency),
  };
}
