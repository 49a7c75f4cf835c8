/** One contact: what is known of them, what was done with them, and everything that happened. */
import { Link, useParams } from "@tanstack/react-router";
import { Answer, Loading, Page, Section, useAsk } from "#base/ui";
import { type ContactListed, getContact } from "../contract.ts";
import { ContactDetails, ContactHistory } from "./ContactDetails.tsx";

export default function ContactPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getContact, { params: { id } }, { keep: false });
  const contact = asked.data;
  return (
    <Page
      back
      title={contact?.name ?? "…"}
      finding={contact ? <Placed contact={contact} /> : "…"}
      main={
        <Answer
          of={asked}
          loading={
            <Section>
              <Loading rows={5} />
            </Section>
          }
        >
          {(data) => (
            <div className="qd-record">
              <div className="qd-record-side">
                <ContactDetails contact={data} />
              </div>
              <ContactHistory id={id} />
            </div>
          )}
        </Answer>
      }
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
      {contact.removedAt ? <span>removed</span> : null}
    </span>
  );
}
