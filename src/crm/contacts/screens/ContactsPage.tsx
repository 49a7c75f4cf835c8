/** All contacts: filtered, sorted, grouped, scrolled through. */
import { RecordsPage } from "../../lists/screens/RecordsPage.tsx";
import { ContactPanel } from "./ContactPanel.tsx";
import { contactListSpec } from "./contact-list.tsx";

export default function ContactsPage() {
  return <RecordsPage spec={contactListSpec} panel={(opened) => <ContactPanel opened={opened} />} />;
}
