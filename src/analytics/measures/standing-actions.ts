/** Where a company stands: every measure as of today, over all time or in the present fiscal quarter. */
import type { Clock } from "#base/kernel";
import { answerMeasure, type Db, figureText, type Replica, readQuestion } from "#base/platform";
import type { StandingFigure } from "#crm";
import { groundOf } from "#people";
import { catalogue } from "./measures.ts";

/**
 * Every measure of the catalogue with its usual choices, in the workspace's currency, without a period: what an import
 * of past years changes is seen too. A measure that needs a period is that of the present fiscal quarter.
 */
export async function standingFigures(
  { db, replica, clock }: { db: Db; replica: Replica; clock: Clock },
  workspaceId: string,
): Promise<StandingFigure[]> {
  const question = readQuestion({}, await groundOf(db, workspaceId), clock);
  const { currency } = question.ground;
  const figures: StandingFigure[] = [];
  for (const measure of catalogue.measures) {
    const { total } = await answerMeasure(catalogue, replica, measure, question);
    const { name, label, unit } = measure;
    const isMoney = unit === "money" || unit === "money-per-day";
    figures.push({
      ...{ measure: name, label, unit, currency: isMoney ? currency : null },
      value: figureText(total.value, measure, currency),
    });
  }
  return figures;
}
