/** The verbs about bands: show them beside each other, state the company's own, adjust them by stated factors. */
import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale, type Sight } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound, requireKnown } from "#people";
import { aBandAscends, aBandHasAFigure, type Band, type BandSaid, closedOrOpen } from "./band.ts";
import { aFactorIsPlausible, type Factor } from "./factor.ts";
import { marketBands } from "./market-bands.ts";
import {
  findOwnBand,
  type HeldFactor,
  holdFactor,
  holdOwnBand,
  insertBand,
  insertFactor,
  listFactors,
  listOwnBands,
  markRemoved,
  nextPosition,
  type OwnBand,
  storeBand,
} from "./store.ts";

export interface BandInUse {
  readonly band: Band & { readonly version: number | null };
  readonly factors: readonly HeldFactor[];
}

/** Every band with its adjustments: those that come along first, then the company's own. */
export async function listBands(db: Db, sight: Sight): Promise<BandInUse[]> {
  const factors = await listFactors(db, sight);
  const all = [
    ...marketBands.map((band) => ({ ...band, version: null })),
    ...(await listOwnBands(db, sight)),
  ];
  return all.map((band) => ({ band, factors: factors.filter((factor) => factor.band === band.key) }));
}

/** States a band of the company's own. Refuses one without a figure, and figures that do not rise. */
export async function stateBand(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: BandSaid,
): Promise<OwnBand> {
  const said = asKept(given);
  const id = newId(clock);
  await insertBand(db, workspaceId, id, said);
  return requireFound(await findOwnBand(db, workspaceId, id), "pay band");
}

/** Changes what is given of an own band. Refuses a stale version, and what stating one refuses. */
export async function changeBand(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  amend: (held: OwnBand) => Amendment<BandSaid>,
): Promise<OwnBand> {
  const held = refuseStale(await holdOwnBand(db, workspaceId, id), expectedVersion);
  await storeBand(db, workspaceId, id, asKept(amended<BandSaid>(held, amend(held))));
  return requireFound(await findOwnBand(db, workspaceId, id), "pay band");
}

function asKept(given: BandSaid): BandSaid {
  refuseBecause(aBandHasAFigure(given), "low");
  refuseBecause(aBandAscends(given), "high");
  return closedOrOpen(given);
}

/** Removes an own band; it stays with its history. Refuses a stale version. */
export async function removeBand(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdOwnBand(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, workspaceId, "pay.band", id) };
}

/** Adjusts a band by a factor. Refuses a factor that is none, and a band that is not there. */
export async function stateFactor(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Factor & { readonly band: string },
): Promise<HeldFactor> {
  refuseBecause(aFactorIsPlausible(given.factor), "factor");
  const isMarket = marketBands.some(({ key }) => key === given.band);
  const isOwn = !isMarket && /^[0-9a-f-]{36}$/.test(given.band);
  const known = isMarket || (isOwn && (await findOwnBand(db, workspaceId, given.band)) !== undefined);
  requireKnown(known, "pay band", "band");
  const id = newId(clock);
  const position = await nextPosition(db, workspaceId, given.band);
  await insertFactor(db, workspaceId, { id, position, ...given });
  return requireFound(await holdFactor(db, workspaceId, id), "adjustment");
}

/** Takes an adjustment back; its history stays. Refuses a stale version. */
export async function removeFactor(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdFactor(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, workspaceId, "pay.factor", id) };
}
