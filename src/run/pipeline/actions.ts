/** The verbs of the pipeline desk: ask how it stood, and what moved it. */
import { formatAmount } from "#base/kernel";
import {
  type Asked,
  answerMeasure,
  bindBook,
  factAsk,
  type Inferred,
  measureNamed,
  type Question,
  readQuestion,
  recordsBehind,
  type Services,
  type Sight,
} from "#base/platform";
import { opportunitiesAsOf, opportunityDimensions, opportunityFacts, opportunityMeasures } from "#crm";
import { groundOf } from "#people";
import { residualOf, type Step, type StepName, stepNames } from "./waterfall.ts";
import { waterfallMoves, waterfallSteps } from "./waterfall-store.ts";

const book = bindBook({
  measures: opportunityMeasures,
  facts: opportunityFacts,
  dimensions: opportunityDimensions,
  fieldDimensions: async () => [],
});
const openPipeline = measureNamed(book, "open-pipeline");

export interface Closing {
  readonly closingFrom?: string | undefined;
  readonly closingTo?: string | undefined;
}

async function questionOf(services: Services, sight: Sight, asked: Asked): Promise<Question> {
  return readQuestion(asked, await groundOf(services.database.db, sight.workspaceId), services.clock);
}

/** The open pipeline at the end of a day, by a dimension. */
export async function standPipeline(
  services: Services,
  sight: Sight,
  asked: Asked & Closing & { by: string },
) {
  const question = await questionOf(services, sight, {
    ...asked,
    from: asked.closingFrom,
    to: asked.closingTo,
  });
  const answer = await answerMeasure(book, services.replica, openPipeline, question);
  const { currency } = question.ground;
  const figures = (row: { value: bigint | number | null; n: number }) => ({
    count: row.n,
    amount: formatAmount(BigInt(row.value ?? 0), currency),
    currency,
  });
  return {
    asOf: question.asOf.toString(),
    by: asked.by,
    rows: answer.rows.map((row) => ({ key: row.key, id: row.id, ...figures(row) })),
    total: figures(answer.total),
    inferred: answer.inferred,
    notes: answer.notes,
  };
}

/** The opportunities in the open pipeline as of a day. */
export async function listPipeline(
  services: Services,
  sight: Sight,
  asked: Asked & Closing & { by: string; key?: string | undefined; offset: number; limit: number },
) {
  const question = await questionOf(services, sight, {
    ...asked,
    from: asked.closingFrom,
    to: asked.closingTo,
  });
  const behind = await recordsBehind(book, services.replica, openPipeline, question, asked.key ?? null);
  const standing = opportunitiesAsOf(services.replica, sight, factAsk(question, []));
  const { rows, count } = await standing.rows(behind, asked);
  return {
    rows: rows.map(({ amountMinor, status: _, part: __, ...row }) => ({
      ...row,
      amount: amountMinor === null ? null : formatAmount(amountMinor, row.currency),
    })),
    ...pageOf(count, asked),
  };
}

function pageOf(count: number, page: { offset: number; limit: number }) {
  const next = page.offset + page.limit;
  return { count, nextOffset: next < count ? next : null };
}

interface Movement extends Closing {
  readonly from: string;
  readonly to: string;
  readonly where?: Asked["where"];
}

async function movement(services: Services, sight: Sight, asked: Movement) {
  // Read once as a period, so that a period which ends before it starts is refused in the same words everywhere.
  const period = await questionOf(services, sight, asked);
  const before = { ...period, from: null, to: null, asOf: Temporal.PlainDate.from(asked.from) };
  const after = { ...period, from: null, to: null, asOf: Temporal.PlainDate.from(asked.to) };
  return {
    currency: period.ground.currency,
    ask: {
      workspaceId: sight.workspaceId,
      from: factAsk(before, []),
      to: factAsk(after, []),
      closingFrom: asked.closingFrom ?? null,
      closingTo: asked.closingTo ?? null,
      where: period.where,
    },
  };
}

const written = new Intl.NumberFormat("en");

/** What the answer says of moves that are known from dates only. */
function movedNotes(inferred: Inferred | null): string[] {
  if (inferred === null) return [];
  const { count, of } = inferred;
  return [
    `${written.format(count)} of the ${written.format(of)} opportunities in it ${count === 1 ? "is" : "are"} known from dates only on one of the two days: their source kept no history, so moves in between may be missing.`,
  ];
}

/** What moved the open pipeline between two days. */
export async function explainMovement(services: Services, sight: Sight, asked: Movement) {
  const { currency, ask } = await movement(services, sight, asked);
  const moved = await waterfallSteps(services.replica, ask);
  const found = new Map(moved.steps.map((step) => [step.name, step]));
  const placed = ask.where.length > 0 ? [`Opportunities are placed by where they stood on ${asked.to}.`] : [];
  const steps: Step[] = stepNames
    .map((name) => found.get(name) ?? { name, count: 0, amountMinor: 0n })
    .filter((step) => step.name !== "exchange-rate" || step.amountMinor !== 0n);
  return {
    from: asked.from,
    to: asked.to,
    closingFrom: ask.closingFrom,
    closingTo: ask.closingTo,
    currency,
    steps: steps.map(({ name, count, amountMinor }) => ({
      name,
      count,
      amount: formatAmount(amountMinor, currency),
    })),
    residual: formatAmount(residualOf(steps), currency),
    inferred: moved.inferred,
    notes: [...placed, ...movedNotes(moved.inferred)],
  };
}

/** The opportunities in one step of the waterfall. */
export async function listMovement(
  services: Services,
  sight: Sight,
  asked: Movement & { step: StepName; offset: number; limit: number },
) {
  const { currency, ask } = await movement(services, sight, asked);
  const { rows, count } = await waterfallMoves(services.replica, ask, asked.step, asked);
  const amount = (minor: bigint | null) => (minor === null ? null : formatAmount(minor, currency));
  const standing = (one: (typeof rows)[number]["before"]) => {
    if (!one) return null;
    const { amountMinor, ...rest } = one;
    return { ...rest, amount: amount(amountMinor) };
  };
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      account: row.account,
      change: formatAmount(row.changeMinor, currency),
      before: standing(row.before),
      after: standing(row.after),
    })),
    ...pageOf(count, asked),
  };
}
