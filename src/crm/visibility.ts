/**
 * Which records a seat sees whose reach is not the whole company. An opportunity is seen by whom its owner or one of those
 * who share in it is reached; what hangs on it goes with it. An account is seen by whom its owner is reached, and to read
 * also by who sees an opportunity on it; its contacts go with it.
 */
import { absent, among, both, either, everybody, own, person, present, type TableRules } from "#base/kernel";

const partOfOpportunity = among("crm.opportunity", "opportunity_id");

/** Opportunities in which somebody who is reached has a share. */
const shared = among("crm.opportunity_split", "id", "opportunity_id", person("person_id"));

const activity = either(
  person("person_id"),
  partOfOpportunity,
  both(absent("opportunity_id"), among("crm.account", "account_id")),
  both(absent("opportunity_id"), absent("account_id"), among("crm.contact", "contact_id")),
);

export const crmVisibility: TableRules = {
  "crm.opportunity": {
    see: either(person("owner_id"), shared),
    write: either(person("owner_id"), shared),
  },
  "crm.opportunity_version": { see: partOfOpportunity, write: partOfOpportunity },
  "crm.opportunity_split": { see: partOfOpportunity, write: partOfOpportunity },
  "crm.opportunity_line": { see: partOfOpportunity, write: partOfOpportunity },
  "crm.opportunity_contact": { see: partOfOpportunity, write: partOfOpportunity },
  "crm.account": {
    see: either(person("owner_id"), among("crm.opportunity", "id", "account_id")),
    write: person("owner_id"),
  },
  "crm.contact": {
    see: either(
      person("owner_id"),
      among("crm.account", "account_id"),
      among("crm.opportunity_contact", "id", "contact_id"),
    ),
    write: person("owner_id"),
  },
  "crm.activity": { see: activity, write: activity },
  "crm.saved_view": { see: either(own("person_id"), present("shared_at")), write: own("person_id") },
  "crm.product": { see: everybody, write: "read" },
  "crm.pipeline": { see: everybody, write: "read" },
  "crm.stage": { see: everybody, write: "read" },
  "crm.custom_field": { see: everybody, write: "read" },
};
