/** A few opportunities of which every figure can be worked out by hand: two currencies, a fiscal year, custom fields. */
import { fixedClock } from "#base/kernel";
import {
  accountRoutes,
  activityRoutes,
  contactRoutes,
  fieldRoutes,
  listRoutes,
  opportunityRoutes,
  productRoutes,
  viewRoutes,
} from "#crm";
import { createAccount, createField, createOpportunity, createPipeline } from "#crm/contract";
import { organizationRoutes, workspaceRoutes } from "#people";
import { configureWorkspace, createPerson, setExchangeRate } from "#people/contract";
import { type Client, signedInClient } from "./client.ts";

/** A Tuesday; the fiscal year begins in February, so that its first quarter is February to April. */
export const listedClock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));

export interface Listed {
  readonly desk: Client;
  /** By the names of people, accounts and stages. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Opportunities in dollars, euros at 1.25 dollars in 2025 and 1.50 in 2026, and yen of which nobody said what they are
 * worth; accounts, people and a pipeline around them.
 */
export async function listedOpportunities(): Promise<Listed> {
  const routes = [
    workspaceRoutes,
    organizationRoutes,
    accountRoutes,
    fieldRoutes,
    opportunityRoutes,
    listRoutes,
    contactRoutes,
    productRoutes,
    activityRoutes,
    viewRoutes,
  ];
  const desk = await signedInClient(routes.flat(), { clock: listedClock });
  await desk.call(configureWorkspace, { ifMatch: 1, body: { fiscal: { startMonth: 2 } } });
  for (const [startsOn, rate] of [
    ["2025-01-01", "1.25"],
    ["2026-01-01", "1.50"],
  ] as const) {
    await desk.call(setExchangeRate, { body: { currency: "EUR", startsOn, rate } });
  }
  const ids = await surroundings(desk);
  await opportunities(desk, ids);
  return { desk, ids };
}

async function surroundings(desk: Client): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const name of ["Ines Berg", "Odd Lund"]) {
    ids[name] = (await desk.call(createPerson, { body: { name } })).id;
  }
  for (const name of ["Acme Docks", "Émile & Co"]) {
    ids[name] = (await desk.call(createAccount, { body: { name } })).id;
  }
  const noun = "opportunity" as const;
  const tier = { noun, key: "tier", label: "Tier", type: "choice", options: ["gold", "tin"] } as const;
  await desk.call(createField, { body: { ...tier, options: [...tier.options] } });
  await desk.call(createField, { body: { noun, key: "units", label: "Units", type: "number" } });
  await desk.call(createField, { body: { noun, key: "trial", label: "Trial", type: "boolean" } });
  await desk.call(createField, { body: { noun, key: "survey", label: "Survey", type: "date" } });
  const stages = [{ name: "Talk" }, { name: "Offer" }, { name: "Won", outcome: "won" as const }];
  const pipeline = await desk.call(createPipeline, { body: { name: "New", stages } });
  for (const stage of pipeline.stages) ids[stage.name] = stage.id;
  return ids;
}

async function opportunities(desk: Client, ids: Record<string, string>): Promise<void> {
  const add = (name: string, amount: string | null, currency: string, more: object) =>
    desk.call(createOpportunity, { body: { name, amount: { amount, currency }, ...more } });
  const { "Ines Berg": ownerId, "Acme Docks": accountId, "Émile & Co": emile } = ids;
  // EUR at 1.50 while open: 1,500 dollars. Closed in 2025 at 1.25: 125 dollars.
  await add("Pilot 10", "1000.00", "EUR", {
    ownerId,
    accountId,
    closeOn: "2026-03-31",
    custom: { tier: "gold", units: 3 },
  });
  await add("Pilot 2", "1400.00", "USD", {
    ownerId,
    closeOn: "2026-04-30",
    nextStep: "Send 50% off",
    stageId: ids.Offer,
  });
  await add("Renewal", null, "USD", {
    accountId: emile,
    leadSource: "Fair",
    custom: { trial: true, survey: "2026-03-02" },
  });
  await add("École", "20.00", "USD", {
    ownerId: ids["Odd Lund"],
    closeOn: "2026-05-01",
    leadSource: "fair play",
  });
  await add("Old win", "100.00", "EUR", { stageId: ids.Won, closeOn: "2025-06-30", custom: { units: 20.5 } });
  // Nobody stated what a yen is worth.
  await add("Yen", "5000", "JPY", { closeOn: "2026-03-10", createdOn: "2026-03-01" });
}
