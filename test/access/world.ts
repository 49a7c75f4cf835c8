/** A small company in which every way stands by which a record can be near to somebody or far from them. */
export const workspaceId = "00000000-0000-7000-8000-000000000001";
export const today = "2026-03-10";
const yesterday = "2026-03-09";
const tomorrow = "2026-03-11";

/** A readable id: kind and number in its last digits. */
export const idOf = (kind: Kind, number: number) =>
  `00000000-0000-7000-8000-${String(kinds.indexOf(kind)).padStart(2, "0")}${String(number).padStart(10, "0")}`;
const kinds = [
  "person",
  "line",
  "team",
  "membership",
  "account",
  "contact",
  "opportunity",
  "activity",
  "product",
  "part",
  "target",
  "pipeline",
  "stage",
  "view",
  "share",
  "pay",
  "career",
] as const;
export type Kind = (typeof kinds)[number];

/** Everybody, in the order of their numbers. */
export const people = [
  "cro",
  "west", // VP of the West
  "m1",
  "r1",
  "r2",
  "m2",
  "r3",
  "east", // VP of the East
  "m3",
  "r4",
  "overlay", // in the West's team, reports to nobody
  "ex", // managed r2 until yesterday
  "future", // manages r3 from tomorrow
  "gone", // left last month; reported to m2
] as const;
export type Who = (typeof people)[number];
export const personId = (who: Who) => idOf("person", people.indexOf(who) + 1);

/** Who reports to whom, from a day until before another. */
export const reportingLines: readonly { who: Who; to: Who; from?: string; until?: string }[] = [
  { who: "west", to: "cro" },
  { who: "m1", to: "west" },
  { who: "r1", to: "m1" },
  { who: "r2", to: "ex", until: yesterday },
  { who: "r2", to: "m1", from: yesterday },
  { who: "m2", to: "west" },
  { who: "r3", to: "m2", until: tomorrow },
  { who: "r3", to: "future", from: tomorrow },
  { who: "east", to: "cro" },
  { who: "m3", to: "east" },
  { who: "r4", to: "m3" },
  { who: "ex", to: "east" },
  { who: "future", to: "east" },
  { who: "gone", to: "m2", until: "2026-02-11" },
];
/** The last day of who has left. */
export const leftOn: Partial<Record<Who, string>> = { gone: "2026-02-10" };

/** Teams: number, parent, and who is in them today. */
export const teams: readonly {
  number: number;
  name: string;
  parent: number | null;
  members: readonly Who[];
}[] = [
  { number: 1, name: "West", parent: null, members: ["west", "overlay"] },
  { number: 2, name: "Coast", parent: 1, members: ["m1", "r1", "r2"] },
  { number: 3, name: "East", parent: null, members: ["east", "m3", "r4"] },
];

/** Whose records are shared with whom. */
export const shares: readonly {
  owner: Who;
  with: Who;
  from: string;
  until: string | null;
  removed?: true;
}[] = [
  { owner: "r4", with: "r2", from: today, until: null },
  { owner: "r3", with: "r1", from: "2026-02-01", until: today },
  { owner: "r4", with: "r1", from: tomorrow, until: null },
  { owner: "r4", with: "m2", from: "2026-01-01", until: null, removed: true },
];

export interface Owned {
  readonly number: number;
  readonly owner: Who | null;
}
/** Every owner, and nobody, has an account of the same number, with a contact and an opportunity on it. */
export const owned: readonly Owned[] = [
  ...people.map((owner, index) => ({ number: index + 1, owner })),
  { number: 90, owner: null },
];

/** Accounts: those, and one of r1's without any opportunity on it. */
export const accounts: readonly Owned[] = [...owned, { number: 91, owner: "r1" }];

export interface Opportunity extends Owned {
  readonly account: number;
  readonly sharedBy?: Who;
  readonly removed?: true;
}
export const opportunities: readonly Opportunity[] = [
  ...owned.map(({ number, owner }) => ({ number, owner, account: number })),
  // r4's, in which r1 has a share.
  { number: 101, owner: "r4", account: 10, sharedBy: "r1" },
  // r2's on an account of r3.
  { number: 102, owner: "r2", account: 7 },
  // r1's, in the bin.
  { number: 103, owner: "r1", account: 4, removed: true },
];

export interface Contact extends Owned {
  readonly account: number | null;
}
export const contacts: readonly Contact[] = [
  ...owned.map(({ number, owner }) => ({ number, owner, account: number })),
  // Without an account, r3's: has a part in r1's opportunity 4.
  { number: 101, owner: "r3", account: null },
  // Without an account and without an owner.
  { number: 102, owner: null, account: null },
];
/** Which contacts have a part in which opportunity. */
export const stakeholders: readonly { opportunity: number; contact: number }[] = [
  { opportunity: 4, contact: 101 },
  { opportunity: 10, contact: 10 },
];
/** A part of a contact that is taken away again. */
export const formerStakeholder = { opportunity: 5, contact: 5 };

export interface Activity {
  readonly number: number;
  readonly person: Who | null;
  readonly opportunity?: number;
  readonly account?: number;
  readonly contact?: number;
}
export const activities: readonly Activity[] = [
  ...owned.map(({ number, owner }) => ({ number, person: owner, opportunity: number })),
  // On an opportunity of r3, noted by nobody, though its account 7 is seen by r2.
  { number: 101, person: null, opportunity: 7, account: 7 },
  // On the account alone; on the contact alone; on nothing.
  { number: 102, person: null, account: 7 },
  { number: 103, person: null, contact: 101 },
  { number: 104, person: null },
  { number: 105, person: "r4" },
  // With contact 101, whom r1 sees, but on an account that r1 does not see.
  { number: 106, person: null, account: 8, contact: 101 },
  { number: 107, person: null, opportunity: 8, contact: 101 },
];

/** Saved views, and with whom: their own, and shared with everybody. */
export const views: readonly { number: number; of: Who; shared: boolean }[] = [
  { number: 1, of: "r1", shared: false },
  { number: 2, of: "r1", shared: true },
  { number: 3, of: "m1", shared: false },
];

/** Targets of everybody who sells, and number 90: the company's. */
export const targets: readonly Owned[] = owned;
