import type * as records from "./records.ts";

/** A column of a table: its name, its type, and what a record has for it. Values are texts, numbers, booleans or null. */
export interface Column<T> {
  readonly name: string;
  readonly type: string;
  of(record: T): string | number | boolean | null;
}

type Plain = string | number | boolean | null;
type Written = Plain | bigint | { toString(): string };

function write(value: unknown, type: string): Plain {
  if (value === null || value === undefined) return null;
  if (type === "jsonb") return JSON.stringify(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return (value as Written & object).toString();
}

/** Gives the columns of "name type" lines for a record whose fields carry the same names in camelCase. */
function columnsOf<T>(...lines: string[]): readonly Column<T>[] {
  return lines.map((line) => {
    const [name = "", type = "text"] = line.split(" ");
    const field = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof T;
    return { name, type, of: (record: T) => write(record[field], type) };
  });
}

const recorded = ["id uuid", "true_since timestamptz"];
const held = ["person_id uuid", "starts_on date", "ends_on date"];
const stated = [
  "status text",
  "pipeline_id uuid",
  "stage_id uuid",
  "stage_entered_at timestamptz",
  "amount_minor bigint",
  "currency text",
  "probability numeric",
  "forecast_category text",
  "close_on date",
  "owner_id uuid",
  "account_id uuid",
];

export const customFieldColumns = columnsOf<records.CastCustomField>(
  ...recorded,
  ...["noun text", "key text", "label text", "type text", "options jsonb"],
);
export const personColumns = columnsOf<records.CastPerson>(
  ...recorded,
  ...["name text", "email text", "title text", "started_on date", "left_on date"],
);
export const teamColumns = columnsOf<records.CastTeam>(
  ...recorded,
  "name text",
  "kind text",
  "parent_id uuid",
);
export const membershipColumns = columnsOf<records.CastMembership>(...recorded, ...held, "team_id uuid");
export const reportingColumns = columnsOf<records.CastReportingLine>(...recorded, ...held, "manager_id uuid");
export const exchangeRateColumns = columnsOf<records.CastExchangeRate>(
  ...recorded,
  ...["currency text", "starts_on date", "rate numeric"],
);
export const accountColumns = columnsOf<records.CastAccount>(
  ...recorded,
  ...[
    "name text",
    "parent_id uuid",
    "owner_id uuid",
    "domain text",
    "industry text",
    "country text",
    "city text",
  ],
  ...["employees integer", "annual_revenue_minor bigint", "currency text", "created_on date", "custom jsonb"],
);
export const contactColumns = columnsOf<records.CastContact>(
  ...recorded,
  ...["name text", "account_id uuid", "owner_id uuid", "email text", "phone text", "title text"],
  ...["created_on date", "custom jsonb"],
);
export const productColumns = columnsOf<records.CastProduct>(
  ...recorded,
  ...["name text", "code text", "family text", "list_price_minor bigint", "currency text"],
);
export const pipelineColumns = columnsOf<records.CastPipeline>(...recorded, "name text", "position smallint");
export const stageColumns = columnsOf<records.CastStage>(
  ...recorded,
  ...["pipeline_id uuid", "name text", "position smallint", "outcome text", "probability numeric"],
  "forecast_category text",
);
export const opportunityColumns = columnsOf<records.CastOpportunityRecord>(
  ...recorded,
  ...stated,
  ...[
    "name text",
    "created_on date",
    "lead_source text",
    "next_step text",
    "lost_reason text",
    "custom jsonb",
  ],
);
export const versionColumns = columnsOf<records.CastState & { opportunityId: string; basis: string }>(
  ...["opportunity_id uuid", "valid_from timestamptz", "basis text"],
  ...stated,
);
export const lineColumns = columnsOf<records.CastLine>(
  ...recorded,
  ...["opportunity_id uuid", "product_id uuid", "position smallint", "quantity numeric"],
  ...["unit_price_minor bigint", "amount_minor bigint"],
);
export const splitColumns = columnsOf<records.CastSplit>(
  ...recorded,
  ...["opportunity_id uuid", "person_id uuid", "share numeric"],
);
export const stakeholderColumns = columnsOf<records.CastStakeholder>(
  ...recorded,
  ...["opportunity_id uuid", "contact_id uuid", "role text", "is_primary boolean"],
);
export const activityColumns = columnsOf<records.CastActivity>(
  ...recorded,
  ...["kind text", "subject text", "body text", "opportunity_id uuid", "account_id uuid", "contact_id uuid"],
  ...["person_id uuid", "due_at timestamptz", "done_at timestamptz"],
);
export const targetColumns = columnsOf<records.CastTarget>(
  ...recorded,
  ...["person_id uuid", "starts_on date", "ends_on date", "amount_minor bigint", "currency text"],
);
export const costColumns = columnsOf<records.CastCost>(
  ...recorded,
  ...["category text", "starts_on date", "ends_on date", "amount_minor bigint", "currency text"],
);
