/** Questions about the company: its size and growth, and how complex its selling is. */
import { count, plain, type Question, rate, rating } from "./question.ts";

const size: readonly Question[] = [
  rating("size", "growth", {
    key: "revenue",
    words: "What does the company take in a year?",
    form: plain("million US dollars", 0, 5000),
    need: [
      [5, 0],
      [15, 0.3],
      [50, 0.7],
      [150, 1],
    ],
    meaning: [
      "At this stage managers still see everything themselves",
      "At this stage operations become a job of their own",
      "At this stage operations are planned years ahead and across functions",
    ],
    assumed: 15,
    because:
      "The first person in operations is hired at 5 to 15 million (therevopsreport.com, 2026, grade C).",
    trigger: "Revenue reaches",
  }),
  rating("size", "growth", {
    key: "growth",
    words: "By how much do bookings grow a year?",
    form: rate(-0.5, 3),
    need: [
      [0, 0.1],
      [0.2, 0.4],
      [0.5, 0.8],
      [1, 1],
    ],
    meaning: [
      "Little growth asks for order more than for building",
      "Steady growth asks for somebody who builds ahead of it",
      "Fast growth breaks every process once a year, so somebody must plan beyond the next one",
    ],
    assumed: 0.2,
    because: "A growth in the middle of the scale; there is no source behind it.",
    own: "growth",
    trigger: "Bookings grow a year by",
  }),
  rating("size", "team", {
    key: "sellers",
    words: "How many people carry a quota?",
    form: count("people", 0, 5000),
    need: [
      [5, 0],
      [25, 0.4],
      [60, 0.7],
      [150, 1],
    ],
    meaning: [
      "Few sellers can be supported by whoever leads them",
      "A team of this size keeps one operations lead fully busy",
      "A team of this size needs an operations team with layers of its own",
    ],
    assumed: 20,
    because:
      "One in operations serves 20 to 30 who carry a quota (therevopsreport.com, 2026, grade C); 30 says prospeo.io (2026, grade C).",
    own: "sellers",
    trigger: "People who carry a quota reach",
  }),
  rating("size", "team", {
    key: "layers",
    words: "How many layers are there between a seller and the CEO?",
    form: count("layers", 0, 10),
    need: [
      [1, 0],
      [2, 0.4],
      [4, 1],
    ],
    meaning: [
      "With hardly a layer in between, decisions need no office of their own",
      "Some layers need one set of figures that all of them read",
      "Many layers are steered from the top or not at all",
    ],
    assumed: 2,
    because: "Managers and a head of sales, as in most companies of this size; no source behind it.",
    own: "layers",
    trigger: "Layers between seller and CEO reach",
  }),
  rating("size", "team", {
    key: "operations-people",
    words: "How many people work in sales operations already?",
    form: count("people", 0, 500),
    need: [
      [0, 0.1],
      [3, 0.5],
      [8, 1],
    ],
    meaning: [
      "There is hardly a team to lead yet",
      "A handful of specialists needs a lead who works along",
      "A department needs a head who sits with the other heads",
    ],
    assumed: 1,
    because: "5 to 8 people are usual from 50 million a year on (pipelineroad, 2026, grade C); here one.",
    trigger: "People in operations reach",
  }),
];

const complexity: readonly Question[] = [
  rating("complexity", "entanglement", {
    key: "pipelines",
    words: "How many ways of selling are there, each with stages of its own?",
    form: count("pipelines", 1, 50),
    need: [
      [1, 0],
      [3, 0.6],
      [6, 1],
    ],
    meaning: [
      "One motion is run by one set of rules",
      "Several motions must be made comparable",
      "Many motions compete for the same people and money, which is a matter of strategy",
    ],
    assumed: 1,
    because: "One way of selling, unless something else is known.",
    own: "pipelines",
    trigger: "Ways of selling reach",
  }),
  rating("complexity", "entanglement", {
    key: "channels",
    words: "Through how many channels is sold (direct, partners, online, …)?",
    form: count("channels", 1, 20),
    need: [
      [1, 0],
      [2, 0.5],
      [4, 1],
    ],
    meaning: [
      "One channel has no conflicts to settle",
      "A second channel needs rules for who gets what",
      "Many channels need somebody who decides across functions",
    ],
    assumed: 1,
    because: "Direct selling alone, unless something else is known.",
    trigger: "Channels reach",
  }),
  rating("complexity", "entanglement", {
    key: "cycle",
    words: "How many days does it take to win an opportunity?",
    form: count("days", 1, 1500),
    need: [
      [30, 0],
      [90, 0.4],
      [270, 1],
    ],
    meaning: [
      "Short cycles are improved by daily process",
      "Cycles of months need a forecast that is worked on",
      "Long cycles are won by many functions together",
    ],
    assumed: 60,
    because: "Median of 60 days among software companies (Bridge Group, 2017, grade B).",
    own: "cycle",
  }),
  rating("complexity", "entanglement", {
    key: "systems",
    words: "How many systems do sellers and operations work in?",
    form: count("systems", 1, 100),
    need: [
      [3, 0],
      [8, 0.5],
      [20, 1],
    ],
    meaning: [
      "A few systems are kept by an administrator",
      "Several systems need an owner",
      "So many systems need an architecture and a budget",
    ],
    assumed: 6,
    because: "A middling number; there is no source behind it.",
  }),
  rating("complexity", "footprint", {
    key: "countries",
    words: "In how many countries are there sellers?",
    form: count("countries", 1, 200),
    need: [
      [1, 0],
      [4, 0.5],
      [12, 1],
    ],
    meaning: [
      "One country is one calendar, one currency and one law",
      "Several countries need common definitions",
      "A worldwide team needs somebody who settles what is common and what is not",
    ],
    assumed: 1,
    because: "One country, unless something else is known.",
    trigger: "Countries with sellers reach",
  }),
  rating("complexity", "footprint", {
    key: "acquisitions",
    words: "Is a company being bought or merged with?",
    form: {
      kind: "choice",
      choices: [
        { value: "none", label: "No", need: 0 },
        { value: "possible", label: "It is looked at", need: 0.5 },
        { value: "under-way", label: "Yes, or just done", need: 1 },
      ],
    },
    meaning: [
      "No second sales force has to be brought in",
      "A merger that is looked at needs somebody who can weigh it",
      "Two sales forces have to become one, which executives decide",
    ],
    assumed: "none",
    because: "None, unless something else is known.",
    trigger: "A merger:",
  }),
];

export const companyQuestions: readonly Question[] = [...size, ...complexity];
