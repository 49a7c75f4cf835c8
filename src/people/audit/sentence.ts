/** An event of the audit log as a sentence that somebody can read who was not there. */
import { type AuditOutcome, auditKindFacts, isAuditKind } from "#base/kernel";

export interface ToldEvent {
  readonly actor: string;
  readonly kind: string;
  readonly outcome: AuditOutcome;
  readonly subject: {
    readonly noun: string;
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the tables and lists are called whose records events are about. */
const nouns: Readonly<Record<string, string>> = {
  "people.api_key": "key",
  "people.seat": "seat",
  "people.access_role": "access role",
  "people.role": "role profile",
  "base.workspace": "workspace",
  "base.exchange_rate": "exchange rate",
  "crm.pipeline": "pipeline",
  "crm.custom_field": "custom field",
  "crm.import": "import",
  session: "session",
  pay: "pay",
  record: "record",
};

/** What can be exported, many of it. */
const exported: Readonly<Record<string, readonly [one: string, many: string]>> = {
  opportunity: ["opportunity", "opportunities"],
  account: ["account", "accounts"],
  contact: ["contact", "contacts"],
  product: ["product", "products"],
  activity: ["activity", "activities"],
  audit: ["event of the audit log", "events of the audit log"],
  imports: ["rejected row of an import", "rejected rows of an import"],
};

/** "Dana Reyes exported 1,204 opportunities as CSV" */
export function sentenceOf(event: ToldEvent): string {
  const { actor, kind, detail } = event;
  const did = isAuditKind(kind)
    ? auditKindFacts(kind).did.replace("{what}", () => whatOf(event))
    : `did something that this program does not know (${kind})`;
  const failed = event.outcome === "failed" ? ", which failed" : "";
  if (detail.various === true)
    return `${actor} was refused other things, ${times(detail.times)} within a minute`;
  const more = typeof detail.times === "number" ? `, ${times(detail.times)} more within a minute` : "";
  return `${actor} ${did}${fieldsOf(detail)}${failed}${more}`;
}

const count = (n: number): string => n.toLocaleString("en");
const times = (n: unknown): string => (n === 1 ? "once" : `${count(Number(n))} times`);

function whatOf({ kind, subject: given, detail }: ToldEvent): string {
  if (kind === "export") return exportOf(given?.noun ?? "", detail);
  if (kind === "denied") return typeof detail.asked === "string" ? `“${detail.asked}”` : "something";
  const usual = isAuditKind(kind) ? auditKindFacts(kind).noun : undefined;
  const subject = given ?? (usual === undefined ? null : { noun: usual, id: "", name: null });
  if (subject === null) return "something";
  const noun = nouns[subject.noun] ?? subject.noun;
  if (subject.name !== null) return `the ${noun} “${subject.name}”`;
  if (subject.noun === "pay") return "what people earn";
  if (subject.noun === "session") return subject.id === null ? "all other sessions" : "a session";
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function exportOf(noun: string, { rows, format, filtered }: ToldEvent["detail"]): string {
  const [one, many] = exported[noun] ?? ["record", "records"];
  const much = typeof rows === "number" ? `${count(rows)} ${rows === 1 ? one : many}` : many;
  const as = typeof format === "string" ? ` as ${format}` : "";
  return `${much}${filtered === true ? ", filtered," : ""}${as}`;
}

/** "fiscal, timeZone" as ": fiscal and time zone". */
function fieldsOf({ fields }: ToldEvent["detail"]): string {
  if (!Array.isArray(fields) || fields.length === 0) return "";
  const words = fields.map((field) =>
    String(field)
      .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      .replaceAll("_", " "),
  );
  const last = words.pop();
  return `: ${words.length > 0 ? `${words.join(", ")} and ${last}` : last}`;
}
