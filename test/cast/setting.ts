import { type Account, type Market, settleMarkets } from "./accounts.ts";
import { hashOf } from "./chance.ts";
import { type Contact, contactIndex, contactsAt } from "./contacts.ts";
import { type WallClock, wallClockIn } from "./days.ts";
import { type Identify, identityOf } from "./identity.ts";
import { type Organization, organize } from "./organization.ts";
import { type PipelineKey, pipelines } from "./pipelines.ts";
import { allProducts } from "./products.ts";
import { type Region, type RegionKey, regions } from "./regions.ts";
import { company, type Story, storyAsOf } from "./story.ts";

/** Everything that stands before the first opportunity is drawn, with the ids by which records name each other. */
export interface Setting {
  seed: string;
  size: number;
  story: Story;
  clock: WallClock;
  organization: Organization;
  markets: readonly Market[];
  accounts: readonly Account[];
  /** By the account's number. */
  contacts: readonly (readonly Contact[])[];
  regionOf(key: RegionKey): Region;
  ids: {
    of(noun: string): Identify;
    person(index: number): string;
    account(index: number): string;
    contact(account: Account, position: number): string;
    product(index: number): string;
    pipeline(key: PipelineKey): string;
    stage(key: PipelineKey, position: number): string;
  };
}

/** Takes a seed, the number of opportunities and the day of the telling; gives the setting. */
export function setScene(seed: string, size: number, asOf: Temporal.PlainDate): Setting {
  const story = storyAsOf(asOf);
  const organization = organize(seed, size, story);
  const markets = settleMarkets(seed, size, organization.seats, story);
  const accounts = markets.flatMap((market) => market.accounts);
  const contactKey = hashOf(`${seed}/contact`);
  const byKey = new Map(regions.map((region) => [region.key, region]));
  return {
    seed,
    size,
    story,
    clock: wallClockIn(company.timeZone),
    organization,
    markets,
    accounts,
    contacts: accounts.map((account) => contactsAt(account, contactKey)),
    regionOf(key) {
      const region = byKey.get(key);
      if (!region) throw new RangeError(`There is no region ${key}.`);
      return region;
    },
    ids: identities(seed, organization.staff.employees.length, accounts.length),
  };
}

function identities(seed: string, people: number, accounts: number): Setting["ids"] {
  const of = (noun: string) => identityOf(seed, noun);
  const all = (noun: string, count: number) => {
    const identify = of(noun);
    const list = Array.from({ length: count }, (_, index) => identify(index));
    return (index: number) => list[index] ?? identify(index);
  };
  const contact = of("contact");
  const stage = of("stage");
  const stagesOf = new Map(
    pipelines.map((plan, at) => [plan.key, plan.stages.map((_, position) => stage(at * 16 + position))]),
  );
  const pipeline = new Map(pipelines.map((plan, at) => [plan.key, of("pipeline")(at)]));
  return {
    of,
    person: all("person", people),
    account: all("account", accounts),
    contact: (account, position) => contact(contactIndex(account, position)),
    product: all("product", allProducts.length),
    pipeline: (key) => pipeline.get(key) ?? "",
    stage: (key, position) => stagesOf.get(key)?.[position] ?? "",
  };
}
