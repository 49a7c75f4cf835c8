import type { CastCustomField } from "./records.ts";

/** The kinds of customers: an account's industry. */
export const industries = [
  "Ports & terminals",
  "Shipping",
  "Offshore energy",
  "Aquaculture",
  "Coastal agencies & research",
] as const;
export type Industry = (typeof industries)[number];

/** Who buys gauges on a river. */
export const inlandIndustries: readonly Industry[] = [
  "Ports & terminals",
  "Shipping",
  "Coastal agencies & research",
];

export const tiers = ["Key", "Growth", "Standard"] as const;
export const installationKinds = ["New build", "Retrofit", "Replacement"] as const;

/** Invented rivals; some sellers write the first one's name differently. */
export const competitors = ["Marlock", "Dunmore Sonics", "Pelagic One", "In-house build"] as const;

export type FieldPlan = Pick<CastCustomField, "noun" | "key" | "label" | "type" | "options">;

/** The fields that Fathom & Vane has added to its records. */
export const customFields: readonly FieldPlan[] = [
  {
    noun: "opportunity",
    key: "installation",
    label: "Installation",
    type: "choice",
    options: installationKinds,
  },
  { noun: "opportunity", key: "units_in_scope", label: "Units in scope", type: "number", options: [] },
  { noun: "opportunity", key: "survey_on", label: "Site survey on", type: "date", options: [] },
  { noun: "opportunity", key: "competitor", label: "Competitor", type: "text", options: [] },
  { noun: "opportunity", key: "trial_agreed", label: "Sea trial agreed", type: "boolean", options: [] },
  { noun: "account", key: "tier", label: "Tier", type: "choice", options: tiers },
  { noun: "account", key: "sites", label: "Sites", type: "number", options: [] },
  {
    noun: "contact",
    key: "influence",
    label: "Influence",
    type: "choice",
    options: ["Decides", "Advises", "Uses"],
  },
];
