/** Advice tells of pay and of the whole company: a seat whose reach is less sees none. */
import { nobody, type TableRules } from "#base/kernel";

export const improveVisibility: TableRules = {
  "improve.advice": { see: nobody, write: "read" },
};
