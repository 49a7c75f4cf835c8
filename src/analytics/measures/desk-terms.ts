/** The words of Home and its desks. */
import type { Term } from "./term.ts";

export const deskTerms: readonly Term[] = [
  {
    term: "Desk",
    sentence: "What somebody finds on Home: the panels of their role, in an order that they can change.",
    not: ["dashboard"],
  },
  {
    term: "Gap",
    sentence:
      "What an open opportunity should have and has not: a next step, an amount, a close date to come.",
    not: ["data quality issue"],
  },
  {
    term: "Panel",
    sentence: "A part of a desk that answers one question. Each capability brings its own.",
    not: ["widget", "tile"],
  },
  {
    term: "Stuck",
    sentence:
      "Said of an open opportunity that is longer in its stage than three quarters of the won ones were.",
    not: ["stale"],
  },
];
