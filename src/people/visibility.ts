/** Which rows of people a seat sees whose reach is not the whole company: everybody knows who works here. */
import { either, everybody, own, person, type TableRules } from "#base/kernel";

export const peopleVisibility: TableRules = {
  "people.person": { see: everybody, write: "read" },
  "people.team": { see: everybody, write: "read" },
  "people.reporting_line": { see: everybody, write: "read" },
  "people.team_membership": { see: everybody, write: "read" },
  "people.reassignment": { see: everybody, write: "read" },
  "people.role": { see: everybody, write: "read" },
  "people.career_record": { see: person("person_id"), write: person("person_id") },
  "people.shared_access": { see: either(own("person_id"), own("owner_id")), write: "read" },
};
