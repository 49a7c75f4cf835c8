/** Words of advising on a leader. Pure. */
import type { Term } from "./term.ts";

export const advisingTerms: readonly Term[] = [
  {
    term: "Advice",
    sentence:
      "What the adviser recommends on some answers: an option, how firmly, what would change it, and everything that it rests on.",
    not: ["recommendation", "decision"],
  },
  {
    term: "Break-even",
    sentence:
      "The rise in what each seller books at which a seat is earned back: its yearly cost over ramped reps times quota.",
    not: ["ROI"],
  },
  {
    term: "Criterion",
    sentence: "What options are told apart by; its weight says how much the step from worst to best matters.",
    not: ["attribute", "dimension"],
  },
  {
    term: "Regret",
    sentence: "By how much the best option of a draw is worth more than the one that was chosen, on average.",
    not: ["opportunity loss"],
  },
  {
    term: "Verdict",
    sentence:
      "How firm an advice is: robust where its option is the best in at least 80 % of the draws, leaning from 60 %, else a toss-up.",
    not: ["confidence"],
  },
];
