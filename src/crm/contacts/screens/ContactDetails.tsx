/** What is known of a contact, what is to be done, and what their account may buy. */
import { Section } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import { RelatedOpportunities } from "../../opportunities/screens/RelatedOpportunities.tsx";
import type { ContactListed } from "../contract.ts";

const shown = ["account", "title", "email", "phone", "owner", "createdOn"];

export function ContactDetails({ contact }: { contact: ContactListed }) {
  return (
    <>
      <ActivityList about={{ contactId: contact.id }} />
      <Section title="Details">
        <RecordFacts noun="contact" one="contact" record={contact} show={shown} />
      </Section>
    </>
  );
}

/** The opportunities of the contact's account. */
export function AtTheirAccount({ contact }: { contact: ContactListed }) {
  const { account } = contact;
  if (account === null) return null;
  return (
    <RelatedOpportunities
      filter={`account.one-of(${account.id})`}
      sort="status,-closeOn"
      known={account.name}
      none={`No opportunities with ${account.name} yet.`}
    />
  );
}

export const ContactHistory = ({ id }: { id: string }) => (
  <RecordHistory noun="contact" id={id} about={{ contactId: id }} />
);
