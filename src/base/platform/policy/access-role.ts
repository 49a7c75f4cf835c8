/**
 * Access roles: bundles of rights in the product's words, and whose records they reach. These come along; a company may
 * adjust its own. (A role in people/roles is a job's profile; an access role is what a seat may do.)
 */
import type { Permission } from "../../contract.ts";

/**
 * Whose records somebody sees, besides those that are shared with them: everybody's in the workspace; their own and those
 * of the people who report to them, directly or through others; also those of their team and the teams in it; their own.
 */
export type Reach = "company" | "line" | "team" | "own";

export interface AccessRole {
  /** How it is named in the record and on the wire: "vp". */
  readonly key: string;
  readonly name: string;
  /** Whom it is for, in a sentence. */
  readonly summary: string;
  readonly rights: readonly Permission[];
  readonly reach: Reach;
}

/** Every right, in the order in which pages show them. */
export const everyRight: readonly Permission[] = [
  "workspace.read",
  "workspace.configure",
  "access.manage",
  "audit.read",
  "people.read",
  "people.write",
  "candidates.read",
  "candidates.write",
  "pay.read",
  "pay.write",
  "records.read",
  "records.write",
  "views.write",
  "imports.run",
  "plan.read",
  "plan.write",
  "analytics.read",
];

/** Rights whose use shows or changes what belongs to everybody, so that only who reaches the company may have them. */
export const companyRights: readonly Permission[] = [
  "workspace.configure",
  "access.manage",
  "audit.read",
  "candidates.read",
  "candidates.write",
  "imports.run",
];

/** The reason why a bundle of rights cannot go with a reach, or null. */
export function whyUnfitBundle({ rights, reach }: Pick<AccessRole, "rights" | "reach">): string | null {
  if (reach === "company") return null;
  const first = companyRights.find((right) => rights.includes(right));
  return first === undefined
    ? null
    : `The right "${first}" shows or changes what belongs to everybody, so it goes with the whole company only.`;
}

const seeing: readonly Permission[] = ["workspace.read", "people.read", "records.read", "analytics.read"];
const planning: readonly Permission[] = ["plan.read", "plan.write"];
const working: readonly Permission[] = ["records.write", "views.write"];
const hiring: readonly Permission[] = ["candidates.read", "candidates.write"];

/** The access roles that come along. */
export const startingAccessRoles: readonly AccessRole[] = [
  {
    key: "owner",
    name: "Owner",
    summary: "Has set Quarterdeck up and may do everything, seats and backups included.",
    rights: everyRight,
    reach: "company",
  },
  {
    key: "executive",
    name: "Executive",
    summary: "Reads the company's figures, plans and pay, and changes nothing.",
    rights: [...seeing, "plan.read", "pay.read", "candidates.read"],
    reach: "company",
  },
  {
    key: "vp",
    name: "VP of Sales Operations",
    summary: "Plans: targets, budget, organization, hiring and pay, on everybody's records.",
    rights: [
      ...seeing,
      ...planning,
      ...working,
      ...hiring,
      "people.write",
      "pay.read",
      "pay.write",
      "imports.run",
    ],
    reach: "company",
  },
  {
    key: "director",
    name: "Director of Sales Operations",
    summary: "Runs: records, pipeline, people and imports of the whole company; reads the plan.",
    rights: [...seeing, ...working, ...hiring, "plan.read", "people.write", "imports.run"],
    reach: "company",
  },
  {
    key: "analyst",
    name: "Operations analyst",
    summary: "Reads everybody's records, figures and plans, and keeps views of them.",
    rights: [...seeing, "plan.read", "views.write"],
    reach: "company",
  },
  {
    key: "administrator",
    name: "CRM administrator",
    summary: "Keeps fields, pipelines, seats, imports and everybody's records in order.",
    rights: [
      ...seeing,
      ...working,
      "people.write",
      "workspace.configure",
      "access.manage",
      "audit.read",
      "imports.run",
    ],
    reach: "company",
  },
  {
    key: "enablement",
    name: "Enablement",
    summary: "Sees everybody's records and figures to find what to coach and train.",
    rights: [...seeing, "views.write"],
    reach: "company",
  },
  {
    key: "support",
    name: "Sales support",
    summary: "Keeps everybody's records on request, without the plan.",
    rights: [...seeing, ...working],
    reach: "company",
  },
  {
    key: "manager",
    name: "Sales manager",
    summary: "Works with the records of those who report to them, directly or through others.",
    rights: [...seeing, ...working, "plan.read"],
    reach: "line",
  },
  {
    key: "rep",
    name: "Sales rep",
    summary: "Works with their own records and those that are shared with them.",
    rights: [...seeing, ...working, "plan.read"],
    reach: "own",
  },
  {
    key: "finance",
    name: "Finance",
    summary: "Reads records, figures, plans and pay of everybody.",
    rights: [...seeing, "plan.read", "pay.read"],
    reach: "company",
  },
  {
    key: "auditor",
    name: "Auditor",
    summary: "Reads everything, the audit log included, and changes nothing.",
    rights: [...seeing, "plan.read", "pay.read", "candidates.read", "audit.read"],
    reach: "company",
  },
  {
    key: "integration",
    name: "Integration",
    summary: "A program that keeps records in step with another system.",
    rights: [...seeing, ...working, "plan.read", "people.write", "imports.run"],
    reach: "company",
  },
];
