/** A small company in which every way stands by which a record can be near to somebody or far from them. */
import type { Db } from "../../src/base/platform/index.ts";

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
] as const;
type Kind = (typeof kinds)[number];

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
const formerStakeholder = { opportunity: 5, contact: 5 };

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

const row = (kind: Kind, number: number) => ({ workspace_id: workspaceId, id: idOf(kind, number) });
const person = (who: Who | null) => (who === null ? null : personId(who));
const day = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);

/** Parts of opportunities that were changed or taken away later: their history is all that tells of it. */
export async function changeParts(db: Db): Promise<void> {
  const late = (table: "crm.opportunity_line" | "crm.opportunity_contact", number: number) =>
    db
      .deleteFrom(table)
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", idOf("part", number))
      .execute();
  await late("crm.opportunity_line", 4);
  await late("crm.opportunity_line", 7);
  await late("crm.opportunity_contact", 5002);
  const changed = (table: "crm.opportunity_line" | "crm.opportunity_contact" | "crm.opportunity_split") =>
    db.updateTable(table).where("workspace_id", "=", workspaceId);
  await changed("crm.opportunity_line").set({ amount_minor: 200n }).execute();
  await changed("crm.opportunity_contact").set({ role: "Decides" }).execute();
  // The shares of r2's opportunity 102 with r3 are changed, and then taken away.
  await changed("crm.opportunity_split").set({ share: "0.4" }).execute();
  await db
    .deleteFrom("crm.opportunity_split")
    .where("workspace_id", "=", workspaceId)
    .where("opportunity_id", "=", idOf("opportunity", 102))
    .execute();
}

/** Writes the world into an empty database, inside a transaction that is signed. */
export async function layWorld(db: Db): Promise<void> {
  await db
    .insertInto("base.workspace")
    .values({
      workspace_id: workspaceId,
      name: "Brightwater",
      currency: "USD",
      time_zone: "America/New_York",
    })
    .execute();
  await layPeople(db);
  await layRecords(db);
}

async function layPeople(db: Db): Promise<void> {
  await db
    .insertInto("people.person")
    .values(
      people.map((who, at) => ({
        ...row("person", at + 1),
        name: `Person ${who}`,
        left_on: day(leftOn[who]),
      })),
    )
    .execute();
  await db
    .insertInto("people.reporting_line")
    .values(
      reportingLines.map(({ who, to, from, until }, at) => ({
        ...row("line", at + 1),
        person_id: personId(who),
        manager_id: personId(to),
        starts_on: day(from),
        ends_on: day(until),
      })),
    )
    .execute();
  await db
    .insertInto("people.team")
    .values(
      teams.map(({ number, name, parent }) => ({
        ...row("team", number),
        name,
        parent_id: parent === null ? null : idOf("team", parent),
      })),
    )
    .execute();
  await db
    .insertInto("people.team_membership")
    .values(
      teams.flatMap(({ number, members }) =>
        members.map((who) => ({
          ...row("membership", people.indexOf(who) + 1),
          team_id: idOf("team", number),
          person_id: personId(who),
        })),
      ),
    )
    .execute();
  await db
    .insertInto("people.shared_access")
    .values(
      shares.map((share, at) => ({
        ...row("share", at + 1),
        owner_id: personId(share.owner),
        person_id: personId(share.with),
        starts_on: Temporal.PlainDate.from(share.from),
        ends_on: day(share.until),
        reason: "Away",
        removed_at: share.removed ? Temporal.Instant.from("2026-02-02T00:00:00Z") : null,
      })),
    )
    .execute();
}

async function layRecords(db: Db): Promise<void> {
  await db
    .insertInto("crm.pipeline")
    .values({ ...row("pipeline", 1), name: "New business", position: 1 })
    .execute();
  const stage = { pipeline_id: idOf("pipeline", 1), probability: "0.2" };
  await db
    .insertInto("crm.stage")
    .values([
      { ...row("stage", 1), ...stage, name: "Qualify", position: 1 },
      { ...row("stage", 2), ...stage, name: "Won", position: 2, outcome: "won" },
    ])
    .execute();
  await db
    .insertInto("crm.product")
    .values({ ...row("product", 1), name: "Loom" })
    .execute();
  await db
    .insertInto("crm.account")
    .values(
      accounts.map(({ number, owner }) => ({
        ...row("account", number),
        name: `Account ${number}`,
        owner_id: person(owner),
      })),
    )
    .execute();
  await db
    .insertInto("crm.contact")
    .values(
      contacts.map(({ number, owner, account }) => ({
        ...row("contact", number),
        name: `Contact ${number}`,
        owner_id: person(owner),
        account_id: account === null ? null : idOf("account", account),
      })),
    )
    .execute();
  await layOpportunities(db);
  await layViews(db);
  await db
    .insertInto("crm.activity")
    .values(
      activities.map(({ number, person: who, opportunity, account, contact }) => ({
        ...row("activity", number),
        kind: "note",
        subject: `Activity ${number}`,
        person_id: person(who),
        opportunity_id: opportunity === undefined ? null : idOf("opportunity", opportunity),
        account_id: account === undefined ? null : idOf("account", account),
        contact_id: contact === undefined ? null : idOf("contact", contact),
      })),
    )
    .execute();
  await db
    .insertInto("plan.target")
    .values(
      targets.map(({ number, owner }) => ({
        ...row("target", number),
        person_id: person(owner),
        starts_on: Temporal.PlainDate.from("2026-01-01"),
        ends_on: Temporal.PlainDate.from("2026-04-01"),
        amount_minor: BigInt(number) * 1000n,
        currency: "USD",
      })),
    )
    .execute();
}

async function layViews(db: Db): Promise<void> {
  await db
    .insertInto("crm.saved_view")
    .values(
      views.map(({ number, of, shared }) => ({
        ...row("view", number),
        noun: "opportunity",
        name: `View ${number}`,
        person_id: personId(of),
        shared_at: shared ? Temporal.Instant.from("2026-02-02T00:00:00Z") : null,
        filter: "none",
        sort: "none",
        grouping: "none",
        columns: "name",
      })),
    )
    .execute();
}

async function layOpportunities(db: Db): Promise<void> {
  await db
    .insertInto("crm.opportunity")
    .values(
      opportunities.map(({ number, owner, account, removed }) => ({
        ...row("opportunity", number),
        name: `Opportunity ${number}`,
        pipeline_id: idOf("pipeline", 1),
        stage_id: idOf("stage", 1),
        currency: "USD",
        amount_minor: BigInt(number) * 10_007n,
        close_on: Temporal.PlainDate.from("2026-03-25"),
        created_on: Temporal.PlainDate.from("2026-02-01"),
        owner_id: person(owner),
        account_id: idOf("account", account),
        removed_at: removed ? Temporal.Instant.from("2026-03-01T00:00:00Z") : null,
      })),
    )
    .execute();
  await db
    .insertInto("crm.opportunity_line")
    .values(
      opportunities.map(({ number }) => ({
        ...row("part", number),
        opportunity_id: idOf("opportunity", number),
        product_id: idOf("product", 1),
        amount_minor: 100n,
      })),
    )
    .execute();
  const sharing = opportunities
    .map((one) => (one.number === 102 ? { ...one, sharedBy: "r3" as Who } : one))
    .filter(({ sharedBy }) => sharedBy !== undefined);
  await db
    .insertInto("crm.opportunity_split")
    .values(
      sharing.flatMap(({ number, owner, sharedBy }) =>
        [owner, sharedBy ?? null].map((who, at) => ({
          ...row("part", 1000 + number * 2 + at),
          opportunity_id: idOf("opportunity", number),
          person_id: person(who) ?? "",
          share: "0.5",
        })),
      ),
    )
    .execute();
  await db
    .insertInto("crm.opportunity_contact")
    .values(
      [...stakeholders, formerStakeholder].map(({ opportunity, contact }, at) => ({
        ...row("part", 5000 + at),
        opportunity_id: idOf("opportunity", opportunity),
        contact_id: idOf("contact", contact),
      })),
    )
    .execute();
}
