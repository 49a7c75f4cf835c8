/** What seats are paid, by source. Sources that disagree stand beside each other and are never merged. */

import type { Seat } from "./option.ts";
import { count, dollars, type Question, rate, reckoning } from "./question.ts";

export interface PayBand {
  readonly seat: Seat;
  readonly of: "base" | "total" | "fee";
  /** In whole US dollars a year; null where the source leaves an end open. */
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly year: number;
  /** How far it can be relied on, A to D; pages of vendors are C at best. */
  readonly grade: "A" | "B" | "C" | "D";
  /** Whether what is assumed rests on it. */
  readonly used: boolean;
}

const profiles = "Quarterdeck role profiles (in line with fullenrich.com)";

export const payBands: readonly PayBand[] = [
  band("vp", "base", 150_000, null, 250_000, profiles, "C", true),
  band("vp", "total", null, null, 400_000, profiles, "C", true),
  band("vp", "total", 280_000, null, null, "getgangly.com", "C", false),
  band("director", "base", 100_000, null, 175_000, profiles, "C", true),
  band("director", "total", null, null, 225_000, profiles, "C", true),
  band("director", "total", 157_000, 197_000, 253_000, "prospeo.io", "C", false),
  band("manager", "base", 111_000, null, 160_000, "therevopsreport.com", "C", true),
  band("fractional", "fee", 96_000, null, 180_000, "Assumption without a source", "D", true),
];

function band(
  seat: Seat,
  of: PayBand["of"],
  low: number | null,
  middle: number | null,
  high: number | null,
  source: string,
  grade: PayBand["grade"],
  used: boolean,
): PayBand {
  return { seat, of, low, middle, high, source, year: 2026, grade, used };
}

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
