/** A pipeline's stages while they are edited: rows with a key that stays, whatever is typed. */
import type { PipelineOut, StageIn } from "#crm/contract";

export interface StageDraft {
  /** The stage's id, or a key of its own while it is new. */
  readonly key: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly outcome: "open" | "won" | "lost";
  /** Percent as typed; empty: nobody has said. */
  readonly percent: string;
  readonly forecastCategory: string;
}

export function draftsOf({ stages }: Pick<PipelineOut, "stages">): StageDraft[] {
  return stages.map((stage) => ({
    key: stage.id,
    id: stage.id,
    name: stage.name,
    outcome: stage.outcome,
    percent: stage.probability === null ? "" : String(Math.round(stage.probability * 1e6) / 1e4),
    forecastCategory: stage.forecastCategory,
  }));
}

/** What is sent of the drafts: percent becomes a rate from 0 to 1. */
export function statedBy(drafts: readonly StageDraft[]): StageIn[] {
  return drafts.map(({ id, name, outcome, percent, forecastCategory }) => ({
    ...(id ? { id } : {}),
    name: name.trim(),
    outcome,
    probability: percent.trim() === "" ? null : Math.round(Number(percent) * 1e4) / 1e6,
    forecastCategory: forecastCategory as NonNullable<StageIn["forecastCategory"]>,
  }));
}

/** Moves a row one place up (−1) or down (+1); at an end it stays. */
export function moved(drafts: readonly StageDraft[], index: number, way: -1 | 1): StageDraft[] {
  const to = index + way;
  const row = drafts[index];
  if (row === undefined || to < 0 || to >= drafts.length) return [...drafts];
  const others = drafts.filter((_, at) => at !== index);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

/** The rows with a new open stage after the last open one. */
export function added(drafts: readonly StageDraft[]): StageDraft[] {
  const fresh: StageDraft = {
    key: `new ${drafts.length} ${drafts.filter((stage) => stage.id === undefined).length}`,
    id: undefined,
    name: "",
    outcome: "open",
    percent: "",
    forecastCategory: "pipeline",
  };
  const place = drafts.findLastIndex((stage) => stage.outcome === "open") + 1;
  return [...drafts.slice(0, place), fresh, ...drafts.slice(place)];
}

/** Why the drafts cannot be kept as they are, or null. */
export function whyNotKept(drafts: readonly StageDraft[]): string | null {
  if (drafts.some((stage) => stage.name.trim() === "")) return "Every stage needs a name.";
  if (!drafts.some((stage) => stage.outcome === "open")) return "A pipeline needs at least one open stage.";
  const names = drafts.map((stage) => stage.name.trim().toLowerCase());
  const twice = drafts.find((stage, at) => names.indexOf(stage.name.trim().toLowerCase()) !== at);
  if (twice) return `There are two stages named “${twice.name.trim()}”.`;
  const wrong = drafts.find(
    ({ percent }) => percent.trim() !== "" && !(Number(percent) >= 0 && Number(percent) <= 100),
  );
  return wrong ? `The likelihood of “${wrong.name.trim()}” is a percentage from 0 to 100.` : null;
}
