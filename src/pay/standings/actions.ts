/** The verbs about what people are paid: state it from a day on, correct it, and see where it stands. */
import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale, type Sight } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound, requirePerson } from "#people";
import { type BandInUse, listBands } from "../bands/actions.ts";
import { adjusted } from "../bands/factor.ts";
import {
  type Held,
  heldUntilTheNext,
  onlyOneBeginsOnADay,
  type PayRecord,
  type PaySaid,
  payIsNotNegative,
  payOn,
} from "./pay-record.ts";
import { compaRatio, isBandFor, middleOf, rangePenetration } from "./standing.ts";
import { holdPay, insertPay, listPay, listPayOf, markPayRemoved, storePay } from "./store.ts";

/** Each person's pay on a day with every band that is meant for them; who has none on that day is left out. */
export async function standingsOn(db: Db, sight: Sight, day: Temporal.PlainDate) {
  const bands = await listBands(db, sight);
  const byPerson = Map.groupBy(await listPay(db, sight), ({ personId }) => personId);
  return [...byPerson.values()].flatMap((records) => {
    const record = payOn(records, day);
    return record ? [{ record, bands: bands.flatMap((one) => standsIn(record, one)) }] : [];
  });
}

function standsIn(record: PayRecord, { band, factors }: BandInUse) {
  if (!isBandFor(band, record)) return [];
  const measured = adjusted(band, factors);
  return [
    {
      band: measured,
      adjusted: factors.length > 0,
      middle: middleOf(measured),
      compaRatio: compaRatio(record.baseMinor, measured),
      penetration: rangePenetration(record.baseMinor, measured),
    },
  ];
}
export type StandsIn = ReturnType<typeof standsIn>[number];

/** What a person is and was paid. Refuses nobody: who has no record has an empty list. */
export async function payOf(db: Db, workspaceId: string, personId: string): Promise<Held<PayRecord>[]> {
  return heldUntilTheNext(await listPayOf(db, workspaceId, personId));
}

async function shownRecord(db: Db, workspaceId: string, personId: string, id: string) {
  const found = (await payOf(db, workspaceId, personId)).find((record) => record.id === id);
  return requireFound(found, "pay record");
}

/** States what a person is paid from a day on. Refuses less than nothing, nobody, and a day that has a record already. */
export async function statePay(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: PaySaid & { readonly personId: string },
): Promise<Held<PayRecord>> {
  await requirePerson(db, workspaceId, given.personId, "personId");
  refuseBecause(payIsNotNegative(given), "base");
  const others = await listPayOf(db, workspaceId, given.personId);
  refuseBecause(onlyOneBeginsOnADay(others, given.startsOn), "startsOn");
  const id = newId(clock);
  await insertPay(db, workspaceId, { id, ...given });
  return shownRecord(db, workspaceId, given.personId, id);
}

/** Corrects what is given of a record. Refuses a stale version, and what stating one refuses. */
export async function correctPay(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  amend: (held: PayRecord) => Amendment<PaySaid>,
): Promise<Held<PayRecord>> {
  const held = refuseStale(await holdPay(db, workspaceId, id), expectedVersion);
  const said = amended<PaySaid>(held, amend(held));
  refuseBecause(payIsNotNegative(said), "base");
  const others = (await listPayOf(db, workspaceId, held.personId)).filter((one) => one.id !== id);
  refuseBecause(onlyOneBeginsOnADay(others, said.startsOn), "startsOn");
  await storePay(db, workspaceId, id, said);
  return shownRecord(db, workspaceId, held.personId, id);
}

/** Removes a record; the one before it holds on. Refuses a stale version. */
export async function removePay(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdPay(db, workspaceId, id), expectedVersion);
  return { id, version: await markPayRemoved(db, workspaceId, id) };
}
