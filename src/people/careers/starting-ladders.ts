/** The ladders that the product brings along. */
import type { Ladder } from "./ladder.ts";

const director = {
  key: "director",
  name: "Director of Sales Operations",
  roleKey: "director-sales-operations",
} as const;

const leading: Ladder = {
  key: "leading",
  name: "Leading sales operations",
  summary: "From running the day, over shaping the years, to answering for revenue.",
  levels: [
    director,
    { key: "vp", name: "VP of Sales Operations", roleKey: "vp-sales-operations" },
    { key: "cro", name: "Chief revenue officer", roleKey: null },
  ],
  competences: [
    {
      key: "planning",
      name: "Planning",
      shownBy: [
        "Ran a quarter's targets and territories as planned, and said early where they would not hold.",
        "Made a plan of several years that finance and the board took as theirs, with the budget behind it.",
        "Answered for a year's revenue number across all ways of selling, and made it or said why not in time.",
      ],
    },
    {
      key: "analytics",
      name: "Analysis",
      shownBy: [
        "Found a bottleneck in the funnel, had it changed, and showed the difference in figures.",
        "Changed where the company invests by an analysis that executives could follow.",
        "Named the few figures by which the company is led, and gave up others for them.",
      ],
    },
    {
      key: "systems",
      name: "Systems",
      shownBy: [
        "Put in or replaced a tool that the teams then used, with data that are complete and right.",
        "Shaped the systems of all revenue teams as a whole, and retired what did not pay.",
        "Merged the systems of two companies or divisions without losing track of a customer.",
      ],
    },
    {
      key: "pay",
      name: "Pay and incentives",
      shownBy: [
        "Had a quarter's incentives calculated and settled without a correction of weight.",
        "Redesigned incentives, said beforehand what they would cost, and was right within reason.",
        "Set the pay of revenue leaders with the board, in line with where the company is to go.",
      ],
    },
    {
      key: "leadership",
      name: "Leadership",
      shownBy: [
        "Led a team of specialists of whom at least one grew into a larger job.",
        "Led leaders, through a change that people at first did not want.",
        "Led selling, service and operations as one, and stood for the result before the board.",
      ],
    },
  ],
};

const analysing: Ladder = {
  key: "analysing",
  name: "From analysis to leading",
  summary: "From figures that can be trusted, over answers that change something, to a team that gives them.",
  levels: [
    { key: "analyst", name: "Sales operations analyst", roleKey: "operations-analyst" },
    { key: "senior-analyst", name: "Senior analyst", roleKey: null },
    director,
  ],
  competences: [
    {
      key: "figures",
      name: "Figures",
      shownBy: [
        "Answered questions with figures that held when others checked them.",
        "Defined a measure that several teams now use alike.",
        "Took charge of what the company counts and how, and settled the quarrels about it.",
      ],
    },
    {
      key: "questions",
      name: "Questions",
      shownBy: [
        "Asked what a request was for before beginning, and said what the data cannot tell.",
        "Found the question behind the question, and answered that one.",
        "Decided which questions are worth the team's time, and told the others no with a reason.",
      ],
    },
    {
      key: "process",
      name: "Process",
      shownBy: [
        "Wrote down how a report comes about, so that somebody else can make it.",
        "Changed a process because of what the figures said, together with those who work in it.",
        "Ran the week of sales operations: pipeline, data, tools, requests.",
      ],
    },
    {
      key: "people",
      name: "People",
      shownBy: [
        "Explained a figure to a manager so that they could act on it.",
        "Brought somebody new to the point of working alone.",
        "Hired somebody, set them goals, and told them plainly how they do.",
      ],
    },
  ],
};

const selling: Ladder = {
  key: "selling",
  name: "Selling",
  summary: "From winning one's own opportunities to a team that wins.",
  levels: [
    { key: "representative", name: "Sales representative", roleKey: "sales-representative" },
    { key: "senior-representative", name: "Senior representative", roleKey: null },
    { key: "manager", name: "Sales manager", roleKey: "sales-manager" },
  ],
  competences: [
    {
      key: "winning",
      name: "Winning",
      shownBy: [
        "Took opportunities from the first call to the order by oneself.",
        "Won large ones with several people to convince, more than once.",
        "Had the team reach its target by coaching, and not by taking over.",
      ],
    },
    {
      key: "forecast",
      name: "Forecast",
      shownBy: [
        "Kept close dates and amounts true without being asked.",
        "Said the quarter's own number a month ahead, and landed close by.",
        "Said the team's number a month ahead, and landed close by.",
      ],
    },
    {
      key: "people",
      name: "People",
      shownBy: [
        "Shared what worked with others.",
        "Brought a new colleague to full strength.",
        "Hired, developed and, where needed, parted with people.",
      ],
    },
  ],
};

export const startingLadders: readonly Ladder[] = [leading, analysing, selling];

export function ladderOf(key: string): Ladder | undefined {
  return startingLadders.find((ladder) => ladder.key === key);
}
