/** The answers that there are to "which leader do we need", and by what they are told apart. */

export const options = [
  {
    key: "vp",
    label: "VP of Sales Operations",
    sentence: "A senior executive who sets the strategy of selling and answers to the CRO or the CEO.",
    seats: ["vp"],
  },
  {
    key: "director",
    label: "Director of Sales Operations",
    sentence: "A leader of processes, figures and tools, close to the people who sell.",
    seats: ["director"],
  },
  {
    key: "both",
    label: "Both, VP and Director",
    sentence: "A VP for strategy and a Director for execution, hired together.",
    seats: ["vp", "director"],
  },
  {
    key: "later",
    label: "Director now, VP at a trigger",
    sentence: "A Director who can grow, and a written agreement at which figures the VP seat is opened.",
    seats: ["director"],
  },
  {
    key: "promote",
    label: "Promote a manager",
    sentence: "Somebody from within takes the lead, and their former work is filled anew.",
    seats: ["manager"],
  },
  {
    key: "fractional",
    label: "A fractional leader",
    sentence: "An experienced leader for a day or two a week, on a contract.",
    seats: ["fractional"],
  },
  {
    key: "none",
    label: "Nobody for now",
    sentence: "Managers go on sharing the work.",
    seats: [],
  },
] as const satisfies readonly {
  key: string;
  label: string;
  sentence: string;
  seats: readonly ("vp" | "director" | "manager" | "fractional")[];
}[];
export type OptionKey = (typeof options)[number]["key"];
export type Seat = "vp" | "director" | "manager" | "fractional";
export const seats: readonly Seat[] = ["vp", "director", "manager", "fractional"];

export const optionOf = (key: OptionKey) => {
  const found = options.find((one) => one.key === key);
  if (found === undefined) throw new RangeError(`There is no option ${key}.`);
  return found;
};

export const factors = [
  { key: "size", label: "Size and growth" },
  { key: "complexity", label: "Complexity" },
  { key: "challenges", label: "Present challenges" },
  { key: "budget", label: "Budget and people" },
] as const;
export type FactorKey = (typeof factors)[number]["key"];

/** What an option is worth where little of something is needed, where some is, and where much is; 0 to 1. */
export type Ratings = Readonly<Record<OptionKey, readonly [little: number, some: number, much: number]>>;

export interface Criterion {
  readonly key: string;
  readonly factor: FactorKey;
  readonly label: string;
  /** Points for its swing, where nobody says others; the largest swing has 100. */
  readonly points: number;
  /** Null where options are rated by what they cost. */
  readonly ratings: Ratings | null;
}

const rows = (
  vp: Ratings["vp"],
  director: Ratings["vp"],
  both: Ratings["vp"],
  later: Ratings["vp"],
  promote: Ratings["vp"],
  fractional: Ratings["vp"],
  none: Ratings["vp"],
): Ratings => ({ vp, director, both, later, promote, fractional, none });

/**
 * The criteria. Ratings are Quarterdeck's own reading of which seat fits which need: a VP where a company is large, fast,
 * entangled or to be rebuilt; a Director where particular processes and figures are to improve. They are read between
 * their three points along straight lines.
 */
export const criteria: readonly Criterion[] = [
  {
    key: "growth",
    factor: "size",
    label: "Stage and growth",
    points: 80,
    ratings: rows(
      [0.1, 0.55, 1],
      [0.6, 0.8, 0.3],
      [0, 0.4, 0.95],
      [0.5, 0.95, 0.55],
      [0.75, 0.5, 0.15],
      [0.85, 0.4, 0.1],
      [1, 0.15, 0],
    ),
  },
  {
    key: "team",
    factor: "size",
    label: "Team and layers",
    points: 80,
    ratings: rows(
      [0.05, 0.5, 0.95],
      [0.6, 0.9, 0.35],
      [0, 0.35, 1],
      [0.5, 0.85, 0.5],
      [0.8, 0.55, 0.15],
      [0.8, 0.35, 0.05],
      [1, 0.15, 0],
    ),
  },
  {
    key: "entanglement",
    factor: "complexity",
    label: "Motions, channels and systems",
    points: 60,
    ratings: rows(
      [0.15, 0.55, 0.95],
      [0.75, 0.85, 0.4],
      [0.05, 0.5, 1],
      [0.65, 0.9, 0.6],
      [0.8, 0.5, 0.2],
      [0.7, 0.45, 0.2],
      [0.9, 0.2, 0],
    ),
  },
  {
    key: "footprint",
    factor: "complexity",
    label: "Countries and acquisitions",
    points: 30,
    ratings: rows(
      [0.2, 0.6, 0.95],
      [0.8, 0.65, 0.25],
      [0.1, 0.5, 1],
      [0.7, 0.7, 0.45],
      [0.8, 0.4, 0.1],
      [0.75, 0.4, 0.25],
      [0.95, 0.25, 0],
    ),
  },
  {
    key: "scope",
    factor: "challenges",
    label: "What has to change",
    points: 100,
    ratings: rows(
      [0.2, 0.65, 1],
      [1, 0.7, 0.25],
      [0.3, 0.6, 0.9],
      [0.85, 0.8, 0.45],
      [0.85, 0.45, 0.1],
      [0.65, 0.5, 0.25],
      [0.3, 0.1, 0],
    ),
  },
  {
    key: "planning",
    factor: "challenges",
    label: "Forecast and planning",
    points: 60,
    ratings: rows(
      [0.3, 0.65, 0.95],
      [0.8, 0.8, 0.5],
      [0.25, 0.6, 1],
      [0.7, 0.85, 0.65],
      [0.75, 0.5, 0.2],
      [0.7, 0.5, 0.25],
      [0.85, 0.2, 0],
    ),
  },
  {
    key: "boardroom",
    factor: "challenges",
    label: "A voice among executives",
    points: 50,
    ratings: rows(
      [0.2, 0.7, 1],
      [0.85, 0.5, 0.15],
      [0.2, 0.65, 0.95],
      [0.75, 0.65, 0.45],
      [0.85, 0.35, 0.05],
      [0.75, 0.45, 0.3],
      [0.9, 0.2, 0],
    ),
  },
  {
    key: "daily",
    factor: "challenges",
    label: "Daily process and data",
    points: 60,
    ratings: rows(
      [0.6, 0.4, 0.25],
      [0.6, 0.85, 1],
      [0.4, 0.7, 0.95],
      [0.6, 0.85, 0.95],
      [0.7, 0.65, 0.55],
      [0.7, 0.45, 0.25],
      [0.9, 0.25, 0],
    ),
  },
  {
    key: "urgency",
    factor: "challenges",
    label: "How soon",
    points: 40,
    ratings: rows(
      [0.9, 0.55, 0.15],
      [0.9, 0.7, 0.4],
      [0.8, 0.45, 0.1],
      [0.9, 0.7, 0.4],
      [0.7, 0.85, 0.9],
      [0.5, 0.8, 1],
      [0.6, 0.3, 0.1],
    ),
  },
  { key: "budget", factor: "budget", label: "What it costs", points: 70, ratings: null },
  {
    key: "succession",
    factor: "budget",
    label: "Somebody from within",
    points: 60,
    ratings: rows(
      [0.6, 0.5, 0.35],
      [0.6, 0.55, 0.45],
      [0.5, 0.45, 0.35],
      [0.6, 0.6, 0.5],
      [0, 0.5, 1],
      [0.6, 0.65, 0.4],
      [0.5, 0.4, 0.3],
    ),
  },
];

/** What an option is worth by its yearly cost over the budget: well within it much, a third beyond it next to nothing. */
export const affordability = [
  [0.4, 1],
  [0.7, 0.85],
  [1, 0.5],
  [1.3, 0.1],
  [1.6, 0],
] as const;
