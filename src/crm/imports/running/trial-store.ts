/** What a dry run needs of a workspace, to be copied: what the files can name, change or find again. */
import type { CopiedTable } from "#base/platform";
import type { ImportPlan } from "../mapping/import-plan.ts";
import type { SourceObject } from "../recognition/field-kind.ts";

const always: readonly CopiedTable[] = [
  { table: "people.person" },
  { table: "people.team" },
  { table: "people.team_membership" },
  { table: "people.reporting_line" },
  { table: "crm.custom_field" },
  { table: "crm.account" },
  { table: "crm.product" },
  { table: "crm.pipeline" },
  { table: "crm.stage" },
  { table: "crm.opportunity" },
  { table: "crm.opportunity_line" },
  { table: "crm.opportunity_contact" },
  { table: "crm.source_link" },
  { table: "crm.import_run" },
];

/** Tables that only matter where the files hold rows of these kinds. */
const sometimes: readonly { readonly copied: CopiedTable; readonly of: readonly SourceObject[] }[] = [
  {
    copied: { table: "crm.contact" },
    of: [
      "contact",
      "activity",
      "engagement",
      "association",
      "contact-merge",
      "opportunity",
      "opportunity-contact",
    ],
  },
  { copied: { table: "crm.activity" }, of: ["activity", "engagement"] },
  {
    copied: { table: "crm.opportunity_version", only: "record.superseded_at is null" },
    of: [
      ...(["opportunity", "opportunity-history", "opportunity-field-history"] as const),
      ...(["opportunity-changes", "opportunity-values", "opportunity-states", "opportunity-merge"] as const),
    ],
  },
];

/** The tables that a trial of this plan works on; those of contributed kinds among them. */
export function tablesTried(
  plan: Pick<ImportPlan, "files">,
  kinds: readonly { readonly object: string; readonly table: string }[],
): CopiedTable[] {
  const objects = new Set(plan.files.map((file) => file.object));
  return [
    ...always,
    ...kinds.filter(({ object }) => objects.has(object)).map(({ table }) => ({ table })),
    ...sometimes.filter(({ of }) => of.some((object) => objects.has(object))).map(({ copied }) => copied),
  ];
}
