/**
 * Who sees what, worked out from the world as it was told and from the rules as they are written in docs/concepts/access.md.
 * Shares no code with the server, so that an error in the one does not hide in the other.
 */
import {
  type Activity,
  accounts,
  activities,
  type Contact,
  contacts,
  leftOn,
  type Opportunity,
  type Owned,
  opportunities,
  owned,
  reportingLines,
  shares,
  stakeholders,
  targets,
  teams,
  today,
  views,
  type Who,
} from "./world.ts";

export type Reach = "company" | "line" | "team" | "own";
export interface Principal {
  readonly who: Who | null;
  readonly reach: Reach;
}

const holds = (from: string | undefined, until: string | null | undefined, day: string) =>
  (from === undefined || from <= day) && (!until || day < until);

function reports(manager: Who): Who[] {
  return reportingLines
    .filter(({ who, to, from, until }) => {
      const last = leftOn[who];
      return to === manager && holds(from, until, last !== undefined && last < today ? last : today);
    })
    .map(({ who }) => who);
}

function everybodyBelow(manager: Who): Who[] {
  return reports(manager).flatMap((who) => [who, ...everybodyBelow(who)]);
}

function teamsBelow(number: number): number[] {
  return [
    number,
    ...teams.filter(({ parent }) => parent === number).flatMap((team) => teamsBelow(team.number)),
  ];
}

/** The people whose records are reached. */
export function reached({ who, reach }: Principal): ReadonlySet<Who> {
  if (who === null) return new Set();
  const shared = shares
    .filter((share) => share.with === who && !share.removed && holds(share.from, share.until, today))
    .map(({ owner }) => owner);
  const below = reach === "line" || reach === "team" ? everybodyBelow(who) : [];
  const own = teams.filter(({ members }) => reach === "team" && members.includes(who));
  const mates = own
    .flatMap(({ number }) => teamsBelow(number))
    .flatMap((number) => teams.find((team) => team.number === number)?.members ?? []);
  return new Set([who, ...shared, ...below, ...mates]);
}

/** Questions about records as one principal sees them. */
export function eyesOf(principal: Principal) {
  const all = principal.reach === "company";
  const people = reached(principal);
  const hasPerson = (who: Who | null) => who !== null && people.has(who);
  const seesOpportunity = ({ owner, sharedBy }: Opportunity) =>
    all || hasPerson(owner) || hasPerson(sharedBy ?? null);
  const opportunityNo = (number: number) =>
    opportunities.some((one) => one.number === number && seesOpportunity(one));
  const seesAccount = ({ number, owner }: Owned) =>
    all || hasPerson(owner) || opportunities.some((one) => one.account === number && seesOpportunity(one));
  const accountNo = (number: number) => accounts.some((one) => one.number === number && seesAccount(one));
  const seesContact = ({ number, owner, account }: Contact) =>
    all ||
    hasPerson(owner) ||
    (account !== null && accountNo(account)) ||
    stakeholders.some(({ contact, opportunity }) => contact === number && opportunityNo(opportunity));
  const contactNo = (number: number) => contacts.some((one) => one.number === number && seesContact(one));
  const seesActivity = ({ person, opportunity, account, contact }: Activity) => {
    if (all || hasPerson(person)) return true;
    if (opportunity !== undefined) return opportunityNo(opportunity);
    if (account !== undefined) return accountNo(account);
    return contact !== undefined && contactNo(contact);
  };
  const numbers = <T extends { readonly number: number }>(of: readonly T[], sees: (one: T) => boolean) =>
    of.filter(sees).map(({ number }) => number);
  return {
    account: numbers(accounts, seesAccount),
    contact: numbers(contacts, seesContact),
    /** The numbers of the people who are reached, of those who own something. */
    reached: numbers(owned, ({ owner }) => owner !== null && (all || hasPerson(owner))),
    /** Those in the bin, too. */
    anyOpportunity: numbers(opportunities, seesOpportunity),
    opportunity: numbers(
      opportunities.filter(({ removed }) => !removed),
      seesOpportunity,
    ),
    activity: numbers(activities, seesActivity),
    view: numbers(views, ({ of, shared }) => all || shared || of === principal.who),
    share: numbers(
      shares.map((share, at) => ({ ...share, number: at + 1 })),
      (share) => all || share.owner === principal.who || share.with === principal.who,
    ),
    target: numbers(targets, ({ owner }) => all || hasPerson(owner)),
  };
}
