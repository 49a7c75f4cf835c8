/** Changing a pipeline while opportunities run through it: what may be said anew, and what stays as long as they stand there. */
import type { Outcome, Stage } from "../opportunities/stage.ts";

/** A stage as it is wanted; without an id it is new. */
export interface StageWanted extends Omit<Stage, "id" | "pipelineId" | "position"> {
  readonly id?: string | undefined;
}

/** The reason why a stage cannot be taken away, or null. `standing` opportunities are at it now. */
export function aStageThatIsStoodOnStays(name: string, standing: number): string | null {
  if (standing === 0) return null;
  return standing === 1
    ? `One opportunity stands at “${name}”: move it to another stage first.`
    : `${standing} opportunities stand at “${name}”: move them to another stage first.`;
}

const meanings: Record<Outcome, string> = { open: "open", won: "won", lost: "lost" };

/** The reason why what reaching a stage means cannot change, or null: those who stand there were won or lost by it. */
export function aStageThatIsStoodOnKeepsItsMeaning(
  stage: { readonly name: string; readonly outcome: Outcome },
  wanted: Outcome,
  standing: number,
): string | null {
  if (stage.outcome === wanted || standing === 0) return null;
  return `“${stage.name}” means ${meanings[stage.outcome]} to the ${standing === 1 ? "opportunity" : `${standing} opportunities`} at it, and cannot mean ${meanings[wanted]} as well.`;
}
