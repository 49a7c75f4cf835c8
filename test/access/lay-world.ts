/** Writes the world of these tests into an empty database. */
import type { Db } from "#base/platform";
import { layPeople } from "./lay-people.ts";
import { person, row } from "./row.ts";
import {
  accounts,
  activities,
  contacts,
  formerStakeholder,
  idOf,
  opportunities,
  owned,
  personId,
  stakeholders,
  targets,
  views,
  type Who,
  workspaceId,
} from "./world.ts";

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
  await layCareers(db);
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

/** What everybody is paid, and what was seen of them. */
async function layCareers(db: Db): Promise<void> {
  const all = owned.flatMap(({ number, owner }) => (owner === null ? [] : [{ number, id: personId(owner) }]));
  const day = Temporal.PlainDate.from("2026-01-01");
  await db
    .insertInto("pay.person_pay")
    .values(
      all.map(({ number, id }) => ({
        ...row("pay", number),
        person_id: id,
        starts_on: day,
        role_name: "Sales rep",
        base_minor: BigInt(number) * 100_000n,
        bonus_minor: 0n,
        currency: "USD",
      })),
    )
    .execute();
  await db
    .insertInto("people.career_record")
    .values(
      all.map(({ number, id }) => ({
        ...row("career", number),
        person_id: id,
        ladder: "selling",
        competence: "winning",
        level: "manager",
        evidence: `Seen ${number}`,
        seen_on: day,
        stated_by: "Owner",
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
