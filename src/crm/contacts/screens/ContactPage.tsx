/** One contact: what is known of them, what was done with them, and everything that happened. */
import { Link, useParams } from "@tanstack/react-router";
import { useAsk } from "#base/ui";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import { PersonLink } from "../../lists/screens/PersonLink.tsx";
import { RecordPage } from "../../lists/screens/RecordPage.tsx";
import { type ContactListed, getContact } from "../contract.ts";
import { AtTheirAccount, ContactDetails, ContactHistory } from "./ContactDetails.tsx";
import { contactListSpec } from "./contact-list.tsx";

export default function ContactPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getContact, { params: { id } }, { keep: false });
  return (
    <RecordPage
      spec={contactListSpec}
      id={id}
      of={asked}
      title={({ name }) => name}
      placed={(contact) => <Placed contact={contact} />}
      now={() => <PastNotice>Opportunities and what is to be done are as of today.</PastNotice>}
      known={(contact) => <ContactDetails contact={contact} />}
      rest={(contact) => (
        <>
          <AtTheirAccount contact={contact} />
          <ContactHistory id={id} />
        </>
      )}
    />
  );
}

function Placed({ contact }: { contact: ContactListed }) {
  return (
    <span className="qd-placed">
      {contact.title ? <span>{contact.title}</span> : null}
      {contact.account ? (
        <Link to={"/accounts/$id" as "/"} params={{ id: contact.account.id } as never} className="qd-link">
          {contact.account.name}
        </Link>
      ) : (
        <span>At no account</span>
      )}
      {contact.owner ? <PersonLink person={contact.owner} /> : null}
      {contact.removedAt ? <span>removed</span> : null}
    </span>
  );
}
