/** A contact beside its list. */
import { Answer, Loading, useAsk } from "#base/ui";
import { RecordPanel } from "../../lists/screens/RecordPanel.tsx";
import type { OpenRecord } from "../../lists/screens/use-open-record.ts";
import { type ContactListed, getContact } from "../contract.ts";
import { ContactDetails, ContactHistory } from "./ContactDetails.tsx";

export function ContactPanel({ opened }: { opened: OpenRecord<ContactListed> }) {
  const { id = "" } = opened;
  const asked = useAsk(getContact, { params: { id } });
  return (
    <RecordPanel
      opened={opened}
      label="Contact"
      title={asked.data?.name ?? "…"}
      note={[asked.data?.title, asked.data?.account?.name].filter(Boolean).join(" · ")}
      path={`/contacts/${id}`}
    >
      <Answer of={asked} loading={<Loading rows={10} />}>
        {(contact) => (
          <>
            <ContactDetails contact={contact} />
            <ContactHistory id={id} />
          </>
        )}
      </Answer>
    </RecordPanel>
  );
}
