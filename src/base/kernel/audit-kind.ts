/**
 * What the audit log can tell of: a closed list, so that whoever reads a log knows every word in it. A new kind is one
 * line here; an endpoint says `audit: "key made"`, and the pipeline writes the event.
 */

/** Which questions a kind answers; the order is that in which pages offer them. */
export const auditGroups = [
  "signing in",
  "keys and seats",
  "refusals",
  "exports",
  "imports",
  "settings",
  "installation",
] as const;
export type AuditGroup = (typeof auditGroups)[number];

interface AuditKindFacts {
  readonly group: AuditGroup;
  /** What was done, after the actor's name; {what} stands for the subject. */
  readonly did: string;
  /** What kind of thing the subject is, by the table that keeps its history ("people.api_key"), or in a word. */
  readonly noun?: string;
  /**
   * Whose log it stands in, where it is not that of the workspace in which it was done: the installation's, for what
   * concerns every workspace; the subject's, for a workspace that was just opened.
   */
  readonly chain?: "installation" | "subject";
}

export const auditKinds = {
  "sign-in link made": { group: "signing in", did: "made a sign-in link" },
  "signed in": { group: "signing in", did: "signed in" },
  "sign-in refused": {
    group: "signing in",
    did: "tried to sign in and was refused",
    chain: "installation",
  },
  "signed out": { group: "signing in", did: "signed out" },
  "session ended": { group: "signing in", did: "ended {what}", noun: "session" },
  "key made": { group: "keys and seats", did: "made {what}", noun: "people.api_key" },
  "key ended": { group: "keys and seats", did: "ended {what}", noun: "people.api_key" },
  "seat invited": { group: "keys and seats", did: "invited somebody to {what}", noun: "people.seat" },
  "seat accepted": { group: "keys and seats", did: "took {what}", noun: "people.seat" },
  "seat changed": { group: "keys and seats", did: "changed {what}", noun: "people.seat" },
  "seat ended": { group: "keys and seats", did: "ended {what}", noun: "people.seat" },
  "seat link made": { group: "keys and seats", did: "made a new link to {what}", noun: "people.seat" },
  "two-factor offered": {
    group: "keys and seats",
    did: "began to set up two-factor for {what}",
    noun: "people.seat",
  },
  "two-factor set up": { group: "keys and seats", did: "set up two-factor for {what}", noun: "people.seat" },
  "two-factor removed": {
    group: "keys and seats",
    did: "removed two-factor from {what}",
    noun: "people.seat",
  },
  "recovery codes made": {
    group: "keys and seats",
    did: "made new recovery codes for {what}",
    noun: "people.seat",
  },
  "password set": { group: "keys and seats", did: "set a password for {what}", noun: "people.seat" },
  "access role changed": { group: "keys and seats", did: "changed {what}", noun: "people.access_role" },
  "access shared": { group: "keys and seats", did: "shared {what}", noun: "people.shared_access" },
  "shared access ended": { group: "keys and seats", did: "ended {what}", noun: "people.shared_access" },
  denied: { group: "refusals", did: "was denied {what}" },
  "credential refused": {
    group: "refusals",
    did: "showed a key, token or session that is no good",
    chain: "installation",
  },
  "foreign request": { group: "refusals", did: "sent a request from elsewhere", chain: "installation" },
  export: { group: "exports", did: "exported {what}" },
  "pay read": { group: "exports", did: "read {what}", noun: "pay" },
  "pay changed": { group: "settings", did: "changed {what}", noun: "pay" },
  "import started": { group: "imports", did: "started {what}", noun: "crm.import" },
  "import paused": { group: "imports", did: "paused {what}", noun: "crm.import" },
  "import cancelled": { group: "imports", did: "cancelled {what}", noun: "crm.import" },
  "import undone": { group: "imports", did: "undid {what}", noun: "crm.import" },
  "vanished records removed": {
    group: "imports",
    did: "removed the records that vanished from {what}",
    noun: "crm.import",
  },
  "workspace opened": {
    group: "settings",
    did: "opened {what}",
    noun: "base.workspace",
    chain: "subject",
  },
  "workspace changed": { group: "settings", did: "changed {what}", noun: "base.workspace" },
  "exchange rate stated": { group: "settings", did: "stated {what}", noun: "base.exchange_rate" },
  "exchange rate taken back": { group: "settings", did: "took {what} back", noun: "base.exchange_rate" },
  "pipeline changed": { group: "settings", did: "changed {what}", noun: "crm.pipeline" },
  "pipelines ordered": { group: "settings", did: "put the pipelines in another order" },
  "field changed": { group: "settings", did: "changed {what}", noun: "crm.custom_field" },
  "field removed": { group: "settings", did: "removed {what}", noun: "crm.custom_field" },
  "role profile changed": { group: "settings", did: "changed {what}", noun: "people.role" },
  "role profile removed": { group: "settings", did: "took {what} away", noun: "people.role" },
  "settings changed": { group: "settings", did: "changed {what}" },
  "sample company loaded": {
    group: "installation",
    did: "loaded the sample company",
    chain: "installation",
  },
  "snapshot taken": {
    group: "installation",
    did: "took a snapshot of the whole record",
    chain: "installation",
  },
  "backup taken": { group: "installation", did: "took a backup of the whole record", chain: "installation" },
  restore: { group: "installation", did: "put a backup in the place of the record", chain: "installation" },
  "record moved": {
    group: "installation",
    did: "moved the record to another database",
    chain: "installation",
  },
  "copy rebuilt": { group: "installation", did: "made the copy for figures anew" },
} as const satisfies Readonly<Record<string, AuditKindFacts>>;

export type AuditKind = keyof typeof auditKinds;

/** The facts of a kind. */
export function auditKindFacts(kind: AuditKind): AuditKindFacts {
  return auditKinds[kind];
}

/** Whether a word is a kind of this program; a log can hold kinds of a later one. */
export function isAuditKind(word: string): word is AuditKind {
  return Object.hasOwn(auditKinds, word);
}

export const auditOutcomes = ["done", "refused", "failed"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];
