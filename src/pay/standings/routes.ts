import { formatAmount, today } from "#base/kernel";
import { bind, type Route } from "#base/platform";
import { amountMinorOf, dayOf, textOf } from "#base/wire";
import { groundOf } from "#people";
import { rangeWords } from "../bands/band.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import type { Held, PayRecord, PaySaid } from "./pay-record.ts";

function shown(record: Held<PayRecord>): contract.PayRecordOut {
  const { personId, personName, baseMinor, bonusMinor, startsOn, endsOn, ...said } = record;
  return {
    ...said,
    person: { id: personId, name: personName },
    startsOn: startsOn.toString(),
    endsOn: textOf(endsOn),
    base: formatAmount(baseMinor, said.currency),
    bonus: formatAmount(bonusMinor, said.currency),
  };
}

function shownIn(standing: actions.StandsIn): contract.StandingOut["bands"][number] {
  const { band, middle } = standing;
  return {
    ...{ band: band.key, source: band.source, year: band.year, own: band.own, words: rangeWords(band) },
    adjusted: standing.adjusted,
    middle: middle === null ? null : formatAmount(middle.minor, band.currency),
    middleStated: middle?.stated ?? false,
    compaRatio: { ...standing.compaRatio },
    penetration: { ...standing.penetration },
  };
}

/** What is given, in the words of the noun; what is left out stays out. */
function saidOf(given: Partial<Record<"base" | "bonus" | "startsOn", string>>, currency: string) {
  const { base, bonus, startsOn } = given;
  const minor = (amount: string, field: string) => amountMinorOf({ amount, currency }, field) ?? 0n;
  return {
    ...(base === undefined ? {} : { baseMinor: minor(base, "base") }),
    ...(bonus === undefined ? {} : { bonusMinor: minor(bonus, "bonus") }),
    ...(startsOn === undefined ? {} : { startsOn: dayOf(startsOn) }),
  };
}

export const standingRoutes: readonly Route[] = [
  bind(contract.getStandings, async ({ db, sight, query, services }) => {
    const { timeZone } = await groundOf(db, sight.workspaceId);
    const day = dayOf(query.asOf) ?? today(services.clock, timeZone);
    const standings = await actions.standingsOn(db, sight, day);
    return {
      asOf: day.toString(),
      items: standings.map(({ record, bands }) => ({
        ...shown(record),
        bands: bands.map(shownIn),
        noBand:
          bands.length > 0
            ? null
            : `No band says what ${record.roleName} is paid as a base in ${record.currency}.`,
      })),
    };
  }),
  bind(contract.getPayOf, async ({ db, sight, params }) => ({
    items: (await actions.payOf(db, sight.workspaceId, params.id)).map(shown),
  })),
  bind(contract.statePay, async ({ db, author, services, body: { base, bonus, startsOn, ...said } }) => {
    const given = { ...said, ...saidOf({ base, bonus, startsOn }, said.currency) };
    return shown(
      await actions.statePay(db, author.workspaceId, services.clock, given as PaySaid & typeof said),
    );
  }),
  bind(contract.correctPay, async ({ db, author, params, expectedVersion, body }) => {
    const { base, bonus, startsOn, ...said } = body;
    const record = await actions.correctPay(db, author.workspaceId, params.id, expectedVersion, (held) => ({
      ...said,
      ...saidOf(
        Object.fromEntries(Object.entries({ base, bonus, startsOn }).filter(([, text]) => text)),
        said.currency ?? held.currency,
      ),
    }));
    return shown(record);
  }),
  bind(contract.removePay, ({ db, author, params, expectedVersion }) =>
    actions.removePay(db, author.workspaceId, params.id, expectedVersion),
  ),
];
