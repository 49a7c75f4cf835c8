/** Who takes part in the opportunity on the customer's side. */
import { Section } from "#base/ui";
import type { OpportunityDetail } from "../contract.ts";

export function Stakeholders({ opportunity }: { opportunity: OpportunityDetail }) {
  const { stakeholders } = opportunity;
  if (stakeholders.length === 0) return null;
  return (
    <Section flush title="Stakeholders">
      <ul className="qd-list" aria-label="Contacts who take part">
        {stakeholders.map(({ contact, title, role, primary }) => (
          <li key={`${contact.id} ${role ?? ""}`} className="qd-item">
            <span className="qd-item-name qd-truncate">{contact.name}</span>
            <span className="qd-faint">{primary ? "Primary" : ""}</span>
            <span className="qd-item-note">
              <span>{role ?? "Part in the decision not known"}</span>
              {title === null ? null : <span>{title}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
