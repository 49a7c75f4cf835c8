/** Which rows of the plan a seat sees whose reach is not the whole company: the targets of the people that it reaches. */
import { nobody, person, type TableRules } from "#base/kernel";

export const planVisibility: TableRules = {
  "plan.target": { see: person("person_id"), write: person("person_id") },
  "plan.cost": { see: nobody, write: "read" },
};
