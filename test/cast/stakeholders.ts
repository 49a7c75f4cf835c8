import type { Contact } from "./contacts.ts";
import type { Appearance } from "./journey-of-an-opportunity.ts";
import type { LivedOpportunity } from "./opportunity.ts";
import type { CastOpportunityRecord, CastStakeholder } from "./records.ts";
import type { Setting } from "./setting.ts";

const parts: Readonly<Record<Contact["influence"], string>> = {
  Decides: "Decision maker",
  Advises: "Evaluator",
  Uses: "User",
};

/** Who at the account takes part: one from the beginning, everybody whom we know there once there is an offer. */
export function stakeholdersOf(
  setting: Setting,
  { index }: Pick<LivedOpportunity, "index">,
  { face }: Appearance,
  record: CastOpportunityRecord,
  identify: (index: number) => string,
): CastStakeholder[] {
  const contacts = setting.contacts[face.account.index] ?? [];
  const known = face.phase === "estimate" ? contacts.slice(0, 1) : contacts;
  return known.map((contact, position) => ({
    id: identify(index * 4 + position),
    trueSince: record.trueSince,
    opportunityId: record.id,
    contactId: setting.ids.contact(face.account, position),
    role: parts[contact.influence],
    isPrimary: position === 0,
  }));
}
