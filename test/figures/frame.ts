/**
 * Everything around the twelve opportunities. Ana and Cal sell in West, Ben in East and, from April, in West. Ana and Cal
 * report to Max; from April Ana reports to Mia, as Ben always did. Cal left on 1 April. Today is 15 June 2026.
 */
import { fixedClock } from "#base/kernel";
import type { Db } from "#base/platform";
import { day, idOf, moment } from "./names.ts";

export const clock = fixedClock(moment("2026-06-15 12:00"));
const w = (workspaceId: string, id: string) => ({ workspace_id: workspaceId, id });

export const stageList = [
  ["New business", "Qualify", 1, "open", "0.1"],
  ["New business", "Propose", 2, "open", "0.5"],
  ["New business", "Negotiate", 3, "open", "0.8"],
  ["New business", "Won", 4, "won", "1"],
  ["New business", "Lost", 5, "lost", "0"],
  ["Renewal", "Review", 1, "open", "0.6"],
  ["Renewal", "Agreed", 2, "won", "1"],
] as const;

/** Writes people, customers, products, pipelines, rates, targets and costs into an empty workspace. */
export async function layFrame(db: Db, workspaceId: string): Promise<void> {
  await insertPeople(db, workspaceId);
  await insertPlaces(db, workspaceId);
  await insertCatalogue(db, workspaceId);
  await insertPlan(db, workspaceId);
}

async function insertPeople(db: Db, workspaceId: string): Promise<void> {
  const people = [
    { name: "Ana", left_on: null, custom: { grade: "senior" } },
    { name: "Ben", left_on: null, custom: { grade: "junior" } },
    { name: "Cal", left_on: day("2026-04-01"), custom: {} },
    { name: "Max", left_on: null, custom: {} },
    { name: "Mia", left_on: null, custom: {} },
  ];
  await db
    .insertInto("people.person")
    .values(
      people.map(({ custom, ...person }) => ({
        ...w(workspaceId, idOf("person", person.name)),
        ...person,
        custom,
      })),
    )
    .execute();
}

async function insertPlaces(db: Db, workspaceId: string): Promise<void> {
  const teams = [
    { name: "West", kind: "region", parent_id: null },
    { name: "East", kind: "region", parent_id: null },
    { name: "Harbor", kind: "team", parent_id: idOf("team", "West") },
    { name: "Summit", kind: "team", parent_id: idOf("team", "East") },
  ];
  await db
    .insertInto("people.team")
    .values(teams.map((team) => ({ ...w(workspaceId, idOf("team", team.name)), ...team })))
    .execute();
  const april = day("2026-04-01");
  const places = [
    ["Ana", "Harbor", null, null],
    ["Ben", "Summit", null, april],
    ["Ben", "Harbor", april, null],
    ["Cal", "Harbor", null, april],
  ] as const;
  await db
    .insertInto("people.team_membership")
    .values(
      places.map(([person, team, startsOn, endsOn]) => ({
        ...w(workspaceId, idOf("other", `${person} in ${team}`)),
        person_id: idOf("person", person),
        team_id: idOf("team", team),
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    )
    .execute();
  const lines = [
    ["Ana", "Max", null, april],
    ["Ana", "Mia", april, null],
    ["Ben", "Mia", null, null],
    ["Cal", "Max", null, april],
  ] as const;
  await db
    .insertInto("people.reporting_line")
    .values(
      lines.map(([person, manager, startsOn, endsOn]) => ({
        ...w(workspaceId, idOf("other", `${person} under ${manager}`)),
        person_id: idOf("person", person),
        manager_id: idOf("person", manager),
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    )
    .execute();
}

async function insertCatalogue(db: Db, workspaceId: string): Promise<void> {
  const fields = [
    { noun: "opportunity", key: "segment", label: "Segment", type: "choice" },
    { noun: "account", key: "tier", label: "Tier", type: "text" },
    { noun: "person", key: "grade", label: "Grade", type: "text" },
  ];
  await db
    .insertInto("crm.custom_field")
    .values(fields.map((field) => ({ ...w(workspaceId, idOf("other", field.key)), ...field })))
    .execute();
  const accounts = [
    { name: "Acme", industry: "Metal", country: "US", custom: { tier: "gold" } },
    { name: "Borg", industry: "Ships", country: "SE", custom: {} },
  ];
  await db
    .insertInto("crm.account")
    .values(accounts.map((account) => ({ ...w(workspaceId, idOf("account", account.name)), ...account })))
    .execute();
  const products = [
    { name: "Drill", family: "Tools", list_price_minor: 20_000n },
    { name: "Saw", family: "Tools", list_price_minor: 10_000n },
    { name: "Care", family: "Service", list_price_minor: null },
  ];
  await db
    .insertInto("crm.product")
    .values(
      products.map((one) => ({ ...w(workspaceId, idOf("product", one.name)), ...one, currency: "USD" })),
    )
    .execute();
  const pipelines = ["New business", "Renewal"];
  await db
    .insertInto("crm.pipeline")
    .values(
      pipelines.map((name, n) => ({ ...w(workspaceId, idOf("pipeline", name)), name, position: n + 1 })),
    )
    .execute();
  await db
    .insertInto("crm.stage")
    .values(
      stageList.map(([pipeline, name, position, outcome, probability]) => ({
        ...w(workspaceId, idOf("stage", name)),
        pipeline_id: idOf("pipeline", pipeline),
        ...{ name, position, outcome, probability },
      })),
    )
    .execute();
}

async function insertPlan(db: Db, workspaceId: string): Promise<void> {
  const rates = [
    ["2026-01-01", "1.10"],
    ["2026-04-01", "1.20"],
  ] as const;
  await db
    .insertInto("base.exchange_rate")
    .values(
      rates.map(([startsOn, rate]) => ({
        ...w(workspaceId, idOf("other", `EUR ${startsOn}`)),
        ...{ currency: "EUR", starts_on: day(startsOn), rate },
      })),
    )
    .execute();
  const [january, april, july] = [day("2026-01-01"), day("2026-04-01"), day("2026-07-01")];
  const targets = [
    { person_id: idOf("person", "Ana"), starts_on: january, ends_on: april, amount_minor: 200_000n },
    { person_id: idOf("person", "Ben"), starts_on: january, ends_on: april, amount_minor: 100_000n },
    { person_id: null, starts_on: april, ends_on: july, amount_minor: 400_000n },
  ];
  await db
    .insertInto("plan.target")
    .values(
      targets.map((one, n) => ({ ...w(workspaceId, idOf("other", `target ${n}`)), ...one, currency: "USD" })),
    )
    .execute();
  const costs = [
    { category: "Fairs", starts_on: january, ends_on: april, amount_minor: 90_000n, currency: "USD" },
    { category: "Salaries", starts_on: april, ends_on: july, amount_minor: 91_000n, currency: "EUR" },
  ];
  await db
    .insertInto("plan.cost")
    .values(costs.map((cost) => ({ ...w(workspaceId, idOf("other", cost.category)), ...cost })))
    .execute();
}
