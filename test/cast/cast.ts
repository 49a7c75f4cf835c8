import { writeCatalogue, writeExchangeRates } from "./catalogue-records.ts";
import { writeAccounts, writeContacts } from "./customer-records.ts";
import { dateOfDay } from "./days.ts";
import { composeOpportunities } from "./opportunity-records.ts";
import { writePeople } from "./people-records.ts";
import { writeCosts, writeTargets } from "./plan-records.ts";
import type * as records from "./records.ts";
import type { RoleKey } from "./roles.ts";
import { setScene } from "./setting.ts";
import { company } from "./story.ts";

/** The sample company: who is in it, what it sells to whom, and what happened, until the day before `asOf`. */
export interface Cast {
  readonly seed: string;
  /** The number of opportunities. */
  readonly size: number;
  readonly asOf: Temporal.PlainDate;
  readonly company: typeof company;
  /** The turning points of the story. */
  readonly story: {
    readonly beginsOn: Temporal.PlainDate;
    readonly vpArrivesOn: Temporal.PlainDate;
    readonly reorganizedOn: Temporal.PlainDate;
    readonly acquiredOn: Temporal.PlainDate;
  };
  /** One person for each role of the product; they are among `everyone`. */
  readonly people: Readonly<Record<RoleKey, records.CastPerson>>;
  readonly everyone: readonly records.CastPerson[];
  readonly teams: readonly records.CastTeam[];
  readonly memberships: readonly records.CastMembership[];
  readonly reportingLines: readonly records.CastReportingLine[];
  readonly exchangeRates: readonly records.CastExchangeRate[];
  readonly customFields: readonly records.CastCustomField[];
  readonly products: readonly records.CastProduct[];
  readonly pipelines: readonly records.CastPipeline[];
  readonly stages: readonly records.CastStage[];
  /** Groups stand before their subsidiaries. */
  readonly accounts: readonly records.CastAccount[];
  contacts(): Iterable<records.CastContact>;
  /** In order of creation; each is composed when it is asked for, the same every time. */
  opportunities(): Iterable<records.CastOpportunity>;
  readonly targets: readonly records.CastTarget[];
  readonly costs: readonly records.CastCost[];
}

export interface CastRequest {
  seed: number | string;
  /** The number of opportunities, 1 or more. */
  size: number;
  /** The day on which the story is told; everything has happened before it. */
  asOf: Temporal.PlainDate;
}

/**
 * Composes the sample company. The same seed, size and day give the same company, to the last character; the people
 * who play a role have the same names in all of them. Takes no clock and no database.
 */
export function composeCast({ seed, size, asOf }: CastRequest): Cast {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`A cast has 1 or more opportunities, not ${size}.`);
  const setting = setScene(String(seed), size, asOf);
  const { story } = setting;
  return {
    seed: setting.seed,
    size,
    asOf,
    company,
    story: {
      beginsOn: dateOfDay(story.beginsDay),
      vpArrivesOn: dateOfDay(story.vpArrivesDay),
      reorganizedOn: dateOfDay(story.reorganizedDay),
      acquiredOn: dateOfDay(story.acquiredDay),
    },
    ...writePeople(setting),
    ...writeCatalogue(setting),
    exchangeRates: writeExchangeRates(setting),
    accounts: writeAccounts(setting),
    contacts: () => writeContacts(setting),
    opportunities: () => composeOpportunities(setting),
    targets: writeTargets(setting),
    costs: writeCosts(setting),
  };
}

/** What tests, docs and the sample workspace use when nothing else is asked for. */
export const usualSeed = "quarterdeck";
export const usualSize = 2_400;

/** The day on which the story is told in tests, so that their figures stay. */
export const tellingDay = Temporal.PlainDate.from("2026-11-16");

const told = new Map<string, Cast>();

/** The cast of a seed for tests, 2,400 opportunities as of 16 November 2026 unless asked otherwise; composed once. */
export function castOf(seed: number | string = usualSeed, size: number = usualSize): Cast {
  const key = `${seed}/${size}`;
  const known = told.get(key) ?? composeCast({ seed, size, asOf: tellingDay });
  told.set(key, known);
  return known;
}
