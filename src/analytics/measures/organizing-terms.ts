/** The words of changing an organization: its shape, moving people, and what somebody leaves behind. Pure. */
import type { Term } from "./term.ts";

export const organizing: readonly Term[] = [
  {
    term: "Hand over",
    sentence:
      "Giving open work to another owner, all of it or chosen records. What was closed stays with whom it was.",
    not: ["transfer", "reassign"],
  },
  {
    term: "Layer",
    sentence:
      "How far below the top somebody stands on a day: whoever reports to nobody and leads somebody is in the first.",
    not: ["level"],
  },
  {
    term: "Open work",
    sentence:
      "What somebody still has to their name: open opportunities, accounts, contacts, and activities that are not done.",
    not: ["book of business"],
  },
  {
    term: "Reassignment",
    sentence:
      "Moving people to another manager from a day on, or letting somebody leave. It can be taken back while nothing came after it.",
    not: ["reorganization", "transfer"],
  },
  {
    term: "Span",
    sentence: "How many people report to a manager themselves on a day. Whoever has none is no manager.",
    not: ["span of control"],
  },
];
