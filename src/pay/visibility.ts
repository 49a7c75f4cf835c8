/** Which rows of pay a seat sees whose reach is not the whole company: bands, and the pay of the people whom it reaches. */
import { everybody, person, type TableRules } from "#base/kernel";

export const payVisibility: TableRules = {
  "pay.band": { see: everybody, write: "read" },
  "pay.factor": { see: everybody, write: "read" },
  "pay.person_pay": { see: person("person_id"), write: "read" },
};
