/** What is known of a contact, and what was and is to be done with them. */
import { Section } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import type { ContactListed } from "../contract.ts";

const shown = ["account", "title", "email", "phone", "owner", "createdOn"];

export function ContactDetails({ contact }: { contact: ContactListed }) {
  return (
    <>
      <Section title="Details">
        <RecordFacts noun="contact" one="contact" record={contact} show={shown} />
      </Section>
      <ActivityList about={{ contactId: contact.id }} />
    </>
  );
}

export const ContactHistory = ({ id }: { id: string }) => (
  <RecordHistory noun="contact" id={id} about={{ contactId: id }} />
);
