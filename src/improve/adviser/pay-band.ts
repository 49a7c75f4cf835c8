/** What the pay of seats is assumed to be, from the bands that pay brings along, and how it is asked about. */
import { count, dollars, type Question, rate, reckoning } from "./question.ts";

const profiles = "Quarterdeck role profiles (in line with fullenrich.com)";

const middleOf = "The middle of its band";
const gap = "Half of the widest gap between total and base in its band";
const unknown = "No source gives one: set your own.";
const top = 5_000_000;

/** Pay as questions: a company's own pay replaces the band. Money is in US dollars. */
export const payQuestions: readonly Question[] = [
  pay("pay.vp.base", "Base salary of a VP", 200_000, `${middleOf}: ${profiles}, 2026, grade C.`),
  pay("pay.vp.bonus", "Target bonus of a VP", 75_000, `${gap}: ${profiles}, 2026, grade C.`),
  pay("pay.vp.equity", "Equity granted to a VP, over four years", 0, unknown),
  pay("pay.director.base", "Base salary of a Director", 137_500, `${middleOf}: ${profiles}, 2026, grade C.`),
  pay("pay.director.bonus", "Target bonus of a Director", 25_000, `${gap}: ${profiles}, 2026, grade C.`),
  pay("pay.director.equity", "Equity granted to a Director, over four years", 0, unknown),
  pay(
    "pay.manager.base",
    "Base salary of a promoted manager",
    135_500,
    `${middleOf}: therevopsreport.com, 2026, grade C. In full, because their former work is filled anew.`,
  ),
  pay("pay.manager.bonus", "Target bonus of a promoted manager", 0, unknown),
  pay(
    "pay.fractional.base",
    "Fee of a fractional leader for a year",
    138_000,
    "The middle of 8,000 to 15,000 a month; an assumption without a source, grade D.",
  ),
  reckoning(
    "pay",
    "burden",
    "What comes on top of a base salary (taxes, insurance, workplace)?",
    rate(0, 1),
    0.25,
    "A fourth; it differs by country and has no source here. No burden on a fee.",
  ),
  reckoning(
    "pay",
    "hire-fee",
    "What does a search cost, as a share of the base?",
    rate(0, 1),
    0.25,
    "A fourth of the base, for whoever is hired from outside; no source behind it.",
  ),
  reckoning(
    "pay",
    "fee-years",
    "Over how many years is that spread?",
    count("years", 1, 10),
    3,
    "Three years.",
  ),
];

function pay(key: string, words: string, assumed: number, because: string): Question {
  return reckoning("pay", key, words, dollars(top), assumed, because);
}
