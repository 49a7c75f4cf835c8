/** One row for every table of records, in an order that foreign keys allow: what a hand at psql would write. */
export interface RawRecord {
  readonly table: string;
  readonly id: string;
  readonly insert: string;
  /** Changes something that is not bookkeeping. */
  readonly change: string;
}

export const workspaceId = "00000000-0000-7000-8000-000000000001";
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

function record(table: string, number: number, values: Record<string, string>, change: string): RawRecord {
  const isWorkspace = table === "base.workspace";
  const keys = isWorkspace
    ? { workspace_id: `'${workspaceId}'` }
    : { workspace_id: `'${workspaceId}'`, id: `'${id(number)}'` };
  const row: Record<string, string> = { ...keys, ...values };
  const insert = `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`;
  return { table, id: isWorkspace ? workspaceId : id(number), insert, change };
}

const named = (name: string) => ({ name: `'${name}'` });
const ref = (number: number) => `'${id(number)}'`;

export const oneOfEach: readonly RawRecord[] = [
  record(
    "base.workspace",
    1,
    { ...named("Brightwater"), currency: "'USD'", time_zone: "'UTC'" },
    "name = 'Other'",
  ),
  record(
    "base.exchange_rate",
    2,
    { currency: "'EUR'", starts_on: "'2026-01-01'", rate: "1.1" },
    "rate = 1.2",
  ),
  record("people.person", 3, named("Imani Okoro"), "title = 'Seller'"),
  record("people.person", 4, named("Dana Reyes"), "title = 'Manager'"),
  record("people.team", 5, named("North"), "name = 'North-west'"),
  record("people.team_membership", 6, { person_id: ref(3), team_id: ref(5) }, "starts_on = '2026-01-01'"),
  record("people.reporting_line", 7, { person_id: ref(3), manager_id: ref(4) }, "ends_on = '2026-06-01'"),
  record(
    "people.access_role",
    71,
    {
      key: "'team-lead'",
      ...named("Team lead"),
      summary: "'Leads'",
      rights: "'{records.read}'",
      reach: "'team'",
    },
    "reach = 'line'",
  ),
  record(
    "people.shared_access",
    70,
    { owner_id: ref(3), person_id: ref(4), starts_on: "'2026-01-01'", reason: "'Away'" },
    "ends_on = '2026-02-01'",
  ),
  record(
    "crm.custom_field",
    8,
    { noun: "'account'", key: "'tier'", label: "'Tier'", type: "'text'" },
    "label = 'Rank'",
  ),
  record("crm.account", 9, named("Halden Mills"), 'custom = \'{"tier": "A"}\''),
  record("crm.contact", 10, named("Per Halden"), "email = 'per@halden.example'"),
  record("crm.product", 11, named("Loom"), "family = 'Weaving'"),
  record("crm.pipeline", 12, named("New business"), "position = 2"),
  record("crm.stage", 13, { ...named("Qualify"), pipeline_id: ref(12), position: "1" }, "probability = 0.2"),
  record(
    "crm.opportunity",
    14,
    { ...named("Looms"), pipeline_id: ref(12), currency: "'USD'" },
    "amount_minor = 100",
  ),
  record("crm.opportunity_line", 15, { opportunity_id: ref(14), product_id: ref(11) }, "quantity = 2"),
  record(
    "crm.opportunity_split",
    16,
    { opportunity_id: ref(14), person_id: ref(3), share: "1" },
    "share = 0.5",
  ),
  record("crm.opportunity_contact", 20, { opportunity_id: ref(14), contact_id: ref(10) }, "role = 'Buyer'"),
  record("crm.activity", 17, { kind: "'call'", subject: "'First call'" }, "body = 'Went well'"),
  record(
    "plan.target",
    18,
    { starts_on: "'2026-01-01'", ends_on: "'2027-01-01'", amount_minor: "1", currency: "'USD'" },
    "amount_minor = 2",
  ),
  record(
    "plan.cost",
    19,
    {
      category: "'travel'",
      starts_on: "'2026-01-01'",
      ends_on: "'2026-02-01'",
      amount_minor: "1",
      currency: "'USD'",
    },
    "category = 'fairs'",
  ),
  record(
    "crm.saved_view",
    30,
    { noun: "'opportunity'", ...named("Mine"), filter: "''", sort: "''", grouping: "''", columns: "''" },
    "name = 'Ours'",
  ),
  record(
    "people.api_key",
    32,
    {
      ...named("Warehouse"),
      rights: "'read'",
      prefix: "'qdk_abcdef'",
      made_by: "'Owner'",
      made_at: "'2026-01-01'",
      expires_at: "'2026-02-01'",
    },
    "ended_at = '2026-01-15'",
  ),
  record(
    "people.role",
    33,
    { key: "'sales-manager'", ...named("Sales manager"), level: "'Manager'", sections: "'{}'" },
    "level = 'Senior manager'",
  ),
  record(
    "people.seat",
    34,
    {
      person_id: ref(3),
      email: "'imani@example.com'",
      access_role: "'director'",
      made_by: "'Owner'",
      made_at: "'2026-01-01'",
    },
    "ended_at = '2026-01-15'",
  ),
  record(
    "people.candidate",
    37,
    {
      ...{ role_key: "'sales-manager'", role_name: "'Sales manager'", requirements: "'[]'" },
      added_on: "'2026-01-01'",
    },
    "keep_until = '2026-07-01'",
  ),
  record(
    "people.score_sheet",
    38,
    { candidate_id: ref(37), seat: "'owner'", interviewer: "'Owner'" },
    "handed_in_at = '2026-01-02'",
  ),
  record(
    "people.candidate_decision",
    39,
    {
      ...{ candidate_id: ref(37), outcome: "'offer'", decided_by: "'Owner'" },
      decided_at: "'2026-01-03'",
    },
    "outcome = 'decline'",
  ),
  record(
    "people.career_record",
    40,
    {
      ...{ person_id: ref(3), ladder: "'selling'", competence: "'winning'", level: "'manager'" },
      ...{ evidence: "'Coached the team'", seen_on: "'2026-01-01'", stated_by: "'Owner'" },
    },
    "seen_on = '2026-01-02'",
  ),
  record(
    "pay.band",
    44,
    {
      ...{ role_name: "'Manager'", kind: "'base'", currency: "'USD'", low_minor: "1", open_above: "true" },
      ...{ source: "'Own survey'", year: "2026" },
    },
    "high_minor = 2",
  ),
  record(
    "pay.factor",
    45,
    {
      band: "'vp-base-profiles'",
      position: "1",
      kind: "'size'",
      factor: "1.1",
      reason: "'Large'",
      source: "'Own survey'",
    },
    "factor = 1.2",
  ),
  record(
    "pay.person_pay",
    46,
    {
      ...{ person_id: ref(3), starts_on: "'2026-01-01'", role_name: "'Seller'", currency: "'USD'" },
      ...{ base_minor: "1", bonus_minor: "0" },
    },
    "bonus_minor = 1",
  ),
  record(
    "people.reassignment",
    73,
    { kind: "'move'", starts_on: "'2026-02-01'", manager_id: ref(4), changes: "'{}'" },
    "undone_at = '2026-02-02'",
  ),
  record(
    "improve.advice",
    31,
    { title: "'Next year'", answers: "'{}'", told: "'{}'" },
    "title = 'The year after'",
  ),
];
