/** Questions about what has to be done, how soon, and with what means. */
import { count, dollars, type Question, rate, rating, reckoning } from "./question.ts";

const challenges: readonly Question[] = [
  rating("challenges", "scope", {
    key: "challenge",
    words: "What has to change first?",
    form: {
      kind: "choice",
      choices: [
        { value: "particular", label: "Particular processes or figures", need: 0 },
        { value: "several", label: "Several processes at once", need: 0.5 },
        { value: "overhaul", label: "How the company sells as a whole", need: 1 },
      ],
    },
    meaning: [
      "Particular processes and figures are improved by somebody close to them",
      "Several processes at once need priorities and people",
      "An overhaul needs somebody with standing and a plan of years",
    ],
    assumed: "particular",
    because: "The more frequent case; there is no source behind it.",
    trigger: "What has to change:",
  }),
  rating("challenges", "planning", {
    key: "forecast-miss",
    words: "By how much do bookings miss the forecast of a quarter?",
    form: rate(0, 1),
    need: [
      [0.05, 0.1],
      [0.15, 0.5],
      [0.3, 1],
    ],
    meaning: [
      "The forecast holds",
      "The forecast misses by an amount that process can mend",
      "A forecast that misses this far is a matter of how the company plans",
    ],
    assumed: 0.15,
    because: "Between typical misses of 10 % and more (backstory and mxmrevenue, vendor pages, grade D).",
  }),
  rating("challenges", "planning", {
    key: "planning",
    words: "How are quotas, territories and headcount planned?",
    form: {
      kind: "choice",
      choices: [
        { value: "yearly-model", label: "By a model that is kept up", need: 0.15 },
        { value: "spreadsheets", label: "Once a year, in spreadsheets", need: 0.5 },
        { value: "top-down", label: "By a number from above", need: 0.9 },
      ],
    },
    meaning: [
      "Planning is in order and needs keeping",
      "Planning needs somebody who does it well once a year",
      "Planning has to be built together with finance and the board",
    ],
    assumed: "spreadsheets",
    because: "The more frequent case; there is no source behind it.",
  }),
  rating("challenges", "boardroom", {
    key: "executives",
    words: "How often must the leader stand for the figures before executives or the board?",
    form: {
      kind: "choice",
      choices: [
        { value: "seldom", label: "Seldom: another executive does", need: 0 },
        { value: "quarterly", label: "Every quarter", need: 0.5 },
        { value: "weekly", label: "Every week, and alone", need: 1 },
      ],
    },
    meaning: [
      "Another executive speaks for the figures",
      "The figures are defended every quarter",
      "The seat needs the weight of an executive",
    ],
    assumed: "quarterly",
    because: "Most boards meet every quarter; there is no source behind it.",
    trigger: "The figures are defended:",
  }),
  rating("challenges", "daily", {
    key: "data-quality",
    words: "How far can the data in the CRM be trusted?",
    form: {
      kind: "choice",
      choices: [
        { value: "good", label: "It is trusted", need: 0.1 },
        { value: "fair", label: "After some cleaning", need: 0.5 },
        { value: "poor", label: "Nobody relies on it", need: 1 },
      ],
    },
    meaning: [
      "Data and habits are in order",
      "Data needs steady care",
      "Data that nobody trusts is mended in daily work first",
    ],
    assumed: "fair",
    because: "The middle of the scale; there is no source behind it.",
  }),
  rating("challenges", "daily", {
    key: "ramp",
    words: "How many months does a new seller need to sell at full strength?",
    form: count("months", 0, 36),
    need: [
      [3, 0.1],
      [5, 0.5],
      [12, 1],
    ],
    meaning: [
      "New sellers are soon at full strength",
      "Getting new sellers going takes the usual time",
      "New sellers take long, which playbooks and training mend",
    ],
    assumed: 5,
    because: "Median of 5 months (Bridge Group, 2024, by way of pulserevops, grade C).",
  }),
  rating("challenges", "urgency", {
    key: "months-left",
    words: "In how many months must somebody be in the seat?",
    form: count("months", 0, 36),
    need: [
      [1, 1],
      [6, 0.5],
      [12, 0],
    ],
    meaning: [
      "There is time for a search",
      "A search has to go well to be in time",
      "A search for an executive takes longer than there is time",
    ],
    assumed: 6,
    because: "Half a year, the middle of the scale; there is no source behind it.",
  }),
];

const budget: readonly Question[] = [
  rating("budget", "budget", {
    key: "budget",
    words: "What may the leader cost a year, all in?",
    form: dollars(5_000_000),
    meaning: ["It is well within the budget", "It takes most of the budget", "It is beyond the budget"],
    assumed: 250_000,
    because: "A Director with all that comes with the salary, rounded up; set your own.",
  }),
  rating("budget", "succession", {
    key: "candidate",
    words: "Is there a manager who could take the lead?",
    form: {
      kind: "choice",
      choices: [
        { value: "none", label: "No", need: 0 },
        { value: "in-a-year", label: "In a year or so", need: 0.5 },
        { value: "now", label: "Yes, now", need: 1 },
      ],
    },
    meaning: [
      "Nobody from within is ready",
      "Somebody from within grows into it",
      "Somebody from within is ready, and knows the company",
    ],
    assumed: "none",
    because: "Nobody, unless somebody is named.",
  }),
];

const returns: readonly Question[] = [
  reckoning(
    "return",
    "ramped-share",
    "Which share of those who carry a quota sells at full strength?",
    rate(0, 1),
    0.8,
    "With a ramp of 5 months and a quarter of the team new each year, some nine in ten; here a little less.",
  ),
  reckoning(
    "return",
    "quota",
    "What is each of them to book a year?",
    dollars(50_000_000),
    800_000,
    "4.8 times target pay (mean of 83 firms, benchsights, grade C) at an assumed target pay of some 165,000.",
  ),
  reckoning(
    "return",
    "gain",
    "By how much should each of them book more?",
    rate(0, 1),
    0.05,
    "Within the 2 to 7 % that better territories alone bring (Sinha and Zoltners, 2001, grade A).",
  ),
];

export const needQuestions: readonly Question[] = [...challenges, ...budget, ...returns];
