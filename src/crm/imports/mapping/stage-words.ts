/** What the words of a stage say: whether it ends a sale, and where in a sale it usually stands. */
import { stem, stems } from "../recognition/wording.ts";

export type Outcome = "open" | "won" | "lost";

const word = (words: string) => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, "iu");
const won = word("won|win|gewonnen|gagn[ée]e?s?|ganad[oa]s?|ganho|vint[oa]|conclue?");
const lost = word(
  "lost|loss|lose|dead|disqualified|unqualified|abandoned|cancel+ed|rejected|declined|no sale|verloren|abgesagt|" +
    "abgelehnt|perdue?s?|perdid[oa]s?|pers[oa]",
);

/** Whether a stage or status by this name is won, lost or still open. */
export function outcomeOf(name: string): Outcome {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
  if (lost.test(words) || /^closedlost$/i.test(name)) return "lost";
  return won.test(words) || /^closedwon$/i.test(name) ? "won" : "open";
}

const numbered =
  /^\s*(?:stage|step|phase|stufe|étape|etapa|fase|s|p)?\s*#?0*(\d{1,2})(?:\s*[-–—.:)\]/|]|\s)/iu;

/** The number that a stage's name begins with: "3 - Proposal", "03. Negotiation", "Stage 4: Demo"; null for others. */
export function stageNumber(name: string): number | null {
  const found = numbered.exec(name)?.[1];
  return found === undefined ? null : Number(found);
}

/** Usual words for the steps of a sale, in their usual order. */
const usualOrder: readonly (readonly string[])[] = [
  ["suspect", "neu", "new", "inbound", "target", "identify", "identified"],
  [
    "prospecting",
    "prospect",
    "prospektion",
    "prospection",
    "prospección",
    "lead",
    "lead generation",
    "cold",
    "outreach",
  ],
  ["contacted", "contact made", "first contact", "attempted", "connected"],
  [
    "qualification",
    "qualified",
    "qualified lead",
    "qualify",
    "qualified to buy",
    "sales qualified lead",
    "discovery",
    "qualifizierung",
    "calificación",
    "cualificación",
  ],
  ["engaging", "engaged", "meeting", "appointment", "appointment scheduled", "intro call"],
  [
    "needs analysis",
    "bedarfsanalyse",
    "analyse des besoins",
    "análisis de necesidades",
    "needs assessment",
    "needs defined",
    "solution",
    "scoping",
    "analysis",
  ],
  [
    "value proposition",
    "demo",
    "demo scheduled",
    "presentation",
    "presentation scheduled",
    "developing",
    "develop",
  ],
  ["id decision makers", "identify decision makers", "decision maker bought in", "decision makers"],
  ["perception analysis", "evaluation", "evaluating", "trial", "pilot", "proof of concept", "validation"],
  [
    "proposal",
    "proposal price quote",
    "proposal quote preparation",
    "proposal made",
    "proposal sent",
    "quote",
    "quotation",
    "angebot",
    "devis",
    "proposition",
    "propuesta",
    "proposta",
    "offer",
    "initial offer",
    "value offer",
  ],
  [
    "negotiation",
    "verhandlung",
    "négociation",
    "negociación",
    "trattativa",
    "negotiation review",
    "negotiations started",
    "negotiating",
    "review",
  ],
  ["verbal commitment", "verbal", "commit", "committed", "contract", "contract sent", "legal", "procurement"],
  ["closing", "final", "abschluss", "pending", "signature"],
  ["implementation", "implementation onboarding", "onboarding", "delivery"],
  ["follow up", "follow up customer success", "customer success"],
  ["renewal", "renewal expansion", "expansion", "upsell"],
];
const rankOf = new Map(
  usualOrder.flatMap((names, rank) => names.map((name) => [stems(name), rank] as const)),
);

/** Where a stage by this name usually stands (0 is first); null when its words are not usual ones. */
export function usualRank(name: string): number | null {
  const whole = rankOf.get(stems(name));
  if (whole !== undefined) return whole;
  const words = stems(name).split(" ");
  const ranks = words.flatMap((word) => rankOf.get(word) ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

export interface StageFacts {
  readonly name: string;
  readonly outcome: Outcome;
  /** The probability that all rows in it share, 0–1. */
  readonly probability: number | null;
  /** Its place where it was first seen. */
  readonly seen: number;
  /** A place that the source states itself. */
  readonly position?: number | undefined;
}

/**
 * Stages in order: open ones before won before lost. Open ones by the position that the source states; else by the
 * numbers that their names begin with when all have one; else by their probabilities when all have one; else by the
 * usual order of their words, unusual ones last.
 */
export function inOrder<S extends StageFacts>(stages: readonly S[]): S[] {
  const ends = { open: 0, won: 1, lost: 2 } as const;
  const open = stages.filter((stage) => stage.outcome === "open");
  const byNumber = open.every((stage) => stageNumber(stage.name) !== null);
  const byProbability = open.every((stage) => stage.probability !== null);
  const place = (stage: S): number => {
    if (stage.position !== undefined) return stage.position;
    if (byNumber) return stageNumber(stage.name) ?? 0;
    if (byProbability && stage.probability !== null) return stage.probability;
    return usualRank(stage.name) ?? usualOrder.length;
  };
  const rank = (stage: S) => usualRank(stage.name) ?? usualOrder.length;
  return stages.toSorted(
    (a, b) =>
      ends[a.outcome] - ends[b.outcome] || place(a) - place(b) || rank(a) - rank(b) || a.seen - b.seen,
  );
}

const aroundStage = /\b(date|dates|time|at|on|entered|begun|began|started|start|since|hs|v2|stage|in)\b/gi;

/** The stage whose beginning a column of dates tells: "engage_date" for "Engaging"; null when it tells none. */
export function stageBegunIn(column: string, stages: readonly string[]): string | null {
  const words = column.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_\W]+/g, " ");
  if (/\b(exited|left|ended|until)\b/i.test(words)) return null;
  const rest = words.replace(aroundStage, " ").trim();
  if (rest === "" || rest === words.trim()) return null;
  const meant = rest.split(/\s+/).map(stem).join(" ");
  const fits = stages.filter((stage) => stems(stage) === meant && outcomeOf(stage) === "open");
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
