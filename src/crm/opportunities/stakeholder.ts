/** Who takes part in an opportunity on the customer's side: a contact, and the part that they play in the decision. */
export interface StakeholderSaid {
  readonly contactId: string;
  /** The part in the decision, in the words of the desk or of the source: "Decision maker". Null: nobody has said. */
  readonly role: string | null;
  /** The one whom we turn to first. */
  readonly primary: boolean;
}

export interface Stakeholder extends StakeholderSaid {
  readonly id: string;
  readonly contactName: string;
  readonly contactTitle: string | null;
}

const sameRole = (a: string | null, b: string | null): boolean =>
  (a ?? "").toLowerCase() === (b ?? "").toLowerCase();

/** The reason why these cannot be the stakeholders of one opportunity, or null. A contact can have several parts. */
export function aContactHasEachPartOnce(stakeholders: readonly StakeholderSaid[]): string | null {
  const doubled = stakeholders.some((one, at) =>
    stakeholders
      .slice(0, at)
      .some((other) => other.contactId === one.contactId && sameRole(other.role, one.role)),
  );
  return doubled ? "A contact is there twice in the same part." : null;
}

/** The reason why these cannot be the stakeholders of one opportunity, or null. None at all being primary is fine. */
export function oneStakeholderIsPrimary(stakeholders: readonly StakeholderSaid[]): string | null {
  const primary = new Set(stakeholders.filter((one) => one.primary).map((one) => one.contactId));
  return primary.size > 1 ? "One contact of an opportunity is the primary one, not several." : null;
}
