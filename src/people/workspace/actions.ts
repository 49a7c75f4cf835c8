import { type Clock, newId, refuse } from "#base/kernel";
import { type Actor, type Db, type Ground, refuseStale } from "#base/platform";
import { refuseBecause } from "../refusals.ts";
import {
  countExchangeRates,
  deleteExchangeRate,
  findWorkspace,
  findWorkspaces,
  holdExchangeRate,
  holdWorkspace,
  insertWorkspace,
  recordExchangeRate,
  storeWorkspace,
} from "./store.ts";
import {
  aRateIsForAnotherCurrency,
  type ExchangeRate,
  theCurrencyStaysWhileRatesRestOnIt,
  theTimeZoneExists,
  type Workspace,
} from "./workspace.ts";

/** The workspace with this id. Refuses when there is none. */
export async function workspaceOf(db: Db, workspaceId: string): Promise<Workspace> {
  return (await findWorkspace(db, workspaceId)) ?? refuse("not-found", "There is no such workspace.");
}

/**
 * The workspaces that somebody can choose from. A key and a person's seat belong to one and learn of no other; the owner
 * on the machine and its command line have all of them.
 */
export async function workspacesOf(db: Db, actor: Actor): Promise<Workspace[]> {
  const all = await findWorkspaces(db);
  const opensOne = actor.key !== undefined || actor.personId !== null;
  return all.filter(({ id }) => !opensOne || id === actor.workspaceId);
}

/** What a workspace decides about periods and money: its currency, time zone and fiscal calendar. */
export async function groundOf(db: Db, workspaceId: string): Promise<Ground> {
  const { currency, timeZone, fiscal } = await workspaceOf(db, workspaceId);
  return { workspaceId, currency, timeZone, fiscal };
}

/** Opens a new workspace. Refuses an unknown time zone. */
export async function foundWorkspace(
  db: Db,
  given: Omit<Workspace, "version" | "fiscal"> & { readonly fiscal?: Partial<Workspace["fiscal"]> },
): Promise<Workspace> {
  refuseBecause(theTimeZoneExists(given.timeZone), "timeZone");
  const calendarYear = { startMonth: 1, pattern: "months", yearEndsOnWeekday: 6, yearEnds: "last" } as const;
  return insertWorkspace(db, { ...given, fiscal: { ...calendarYear, ...given.fiscal } });
}

/** Opens a workspace of one's own. Missing fiscal rules are those of the calendar year. */
export async function openOwnWorkspace(
  db: Db,
  clock: Clock,
  given: Pick<Workspace, "name" | "currency" | "timeZone"> & {
    readonly fiscal: NonNullable<WorkspaceSettings["fiscal"]>;
  },
): Promise<Workspace> {
  const fiscal = Object.fromEntries(Object.entries(given.fiscal).filter(([, value]) => value !== undefined));
  return foundWorkspace(db, { ...given, id: newId(clock), origin: "own", fiscal });
}

export interface WorkspaceSettings {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly fiscal?:
    | { readonly [K in keyof Workspace["fiscal"]]?: Workspace["fiscal"][K] | undefined }
    | undefined;
}

/** Changes what is given and leaves the rest. Refuses a stale version and settings that would make figures wrong. */
export async function configureWorkspace(
  db: Db,
  workspaceId: string,
  expectedVersion: number,
  given: WorkspaceSettings,
): Promise<Workspace> {
  const held = refuseStale(await holdWorkspace(db, workspaceId), expectedVersion);
  if (given.timeZone !== undefined) refuseBecause(theTimeZoneExists(given.timeZone), "timeZone");
  if (given.currency !== undefined) {
    const rates = await countExchangeRates(db, workspaceId);
    refuseBecause(theCurrencyStaysWhileRatesRestOnIt(held, given.currency, rates), "currency");
  }
  const fiscal = given.fiscal ?? {};
  return storeWorkspace(db, {
    id: held.id,
    origin: held.origin,
    name: given.name ?? held.name,
    currency: given.currency ?? held.currency,
    timeZone: given.timeZone ?? held.timeZone,
    fiscal: {
      startMonth: fiscal.startMonth ?? held.fiscal.startMonth,
      pattern: fiscal.pattern ?? held.fiscal.pattern,
      yearEndsOnWeekday: fiscal.yearEndsOnWeekday ?? held.fiscal.yearEndsOnWeekday,
      yearEnds: fiscal.yearEnds ?? held.fiscal.yearEnds,
    },
  });
}

/** States what one unit of a currency is worth from a day on. Refuses the workspace's own currency. */
export async function stateExchangeRate(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Pick<ExchangeRate, "currency" | "startsOn" | "rate">,
): Promise<ExchangeRate> {
  const workspace = await workspaceOf(db, workspaceId);
  refuseBecause(aRateIsForAnotherCurrency(workspace, given.currency), "currency");
  return recordExchangeRate(db, workspaceId, { id: newId(clock), ...given });
}

/** Takes a rate back. Refuses a stale version. */
export async function takeBackExchangeRate(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
): Promise<{ id: string; version: number }> {
  const held = refuseStale(await holdExchangeRate(db, workspaceId, id), expectedVersion);
  await deleteExchangeRate(db, workspaceId, id);
  return { id, version: held.version };
}
