/** The verbs of the catalogue: list measures, ask one, open the records behind it. */
import { formatAmount, Refusal, shareIntervalMethod } from "#base/kernel";
import {
  type Answer,
  type Asked,
  answerMeasure,
  type Dimension,
  type Figure,
  factAsk,
  figureText,
  hasSpread,
  type Measure,
  measureNamed,
  readQuestion,
  recordsBehind,
  type Services,
  type Sight,
  spreadOf,
} from "#base/platform";
import { opportunitiesAsOf } from "#crm";
import { groundOf } from "#people";
import { catalogue } from "./measures.ts";

/** Every measure and every dimension, the workspace's own fields included. */
export async function readCatalogue(services: Services, sight: Sight) {
  const dimensions = await dimensionsOf(services, sight);
  return {
    measures: catalogue.measures.map((measure) => shownMeasure(measure, dimensions)),
    dimensions: dimensions.map(({ name, label, sentence, kind }) => ({ name, label, sentence, kind })),
  };
}

async function dimensionsOf(services: Services, sight: Sight): Promise<Dimension[]> {
  const fields = await catalogue.fieldDimensions(services.database.db, sight.workspaceId);
  return [...catalogue.dimensions, ...fields];
}

/** The measure in words, with the dimensions that every one of its facts can be cut by. */
function shownMeasure(measure: Measure, dimensions: readonly Dimension[]) {
  const { name, label, sentence, formula, unit, grain, period, source } = measure;
  return {
    ...{ name, label, sentence, formula, unit, grain, period, source },
    switches: Object.entries(measure.switches).map(([switchName, one]) => ({
      name: switchName,
      label: one.label,
      default: Object.keys(one.options)[0] ?? "",
      options: Object.entries(one.options).map(([value, optionLabel]) => ({ value, label: optionLabel })),
    })),
    dimensions: dimensions
      .filter((dimension) => canCut(measure, dimension))
      .map((dimension) => dimension.name),
    spread: hasSpread(measure),
  };
}

const nowhere = {
  asOf: "2000-01-01",
  instant: "",
  currency: "USD",
  timeZone: "UTC",
  stretches: [],
  quarters: [],
};

/** Whether every fact that a measure is made of can be cut by the dimension. */
export function canCut(measure: Measure, dimension: Dimension): boolean {
  const choice = Object.fromEntries(
    Object.entries(measure.switches).map(([name, { options }]) => [name, Object.keys(options)[0] ?? ""]),
  );
  return Object.values(measure.components(choice)).every((component) => {
    const fact = catalogue.facts.get(component.fact);
    if (!fact) return false;
    if (dimension.kind === "time") return component.period !== null || fact.byStretch;
    return fact.cut(dimension.name, nowhere) !== null;
  });
}

async function ask(services: Services, sight: Sight, name: string, asked: Asked) {
  const measure = measureNamed(catalogue, name);
  const question = readQuestion(
    asked,
    await groundOf(services.database.db, sight.workspaceId),
    services.clock,
  );
  const known = await dimensionsOf(services, sight);
  for (const wanted of [question.by, ...question.where.map((slice) => slice.dimension)]) {
    const dimension = known.find((one) => one.name === wanted);
    if (wanted === null || (dimension && canCut(measure, dimension))) continue;
    const possible = known.filter((one) => canCut(measure, one)).map((one) => one.name);
    throw new Refusal("invalid", `${measure.label} cannot be broken down by “${wanted}”.`, {
      fix: `It can be broken down by ${possible.join(", ")}.`,
    });
  }
  return { measure, question };
}

/** A measure in a period, by a dimension, as of a day. */
export async function answerAsked(services: Services, sight: Sight, name: string, asked: Asked) {
  const { measure, question } = await ask(services, sight, name, asked);
  const answer = await answerMeasure(catalogue, services.replica, measure, question);
  return {
    ...shownAnswer(answer),
    notes: [...answer.notes, ...(await unconverted(services, sight, answer))],
  };
}

function shownAnswer({ measure, question, choice, rows, total, inferred }: Answer) {
  const { currency } = question.ground;
  const shown = (one: Figure) => ({
    value: figureText(one.value, measure, currency),
    n: one.n,
    reason: one.reason,
    interval: one.interval ?? null,
  });
  return {
    measure: measure.name,
    unit: measure.unit,
    currency: measure.unit === "money" || measure.unit === "money-per-day" ? currency : null,
    asOf: question.asOf.toString(),
    from: question.from?.toString() ?? null,
    to: question.to?.toString() ?? null,
    by: question.by,
    switches: choice,
    rows: rows.map((row) => ({ key: row.key, id: row.id, ...shown(row) })),
    total: shown(total),
    intervalMethod: [total, ...rows].some((one) => one.interval) ? shareIntervalMethod : null,
    inferred,
  };
}

/** Says when money could not be converted for want of a rate, so that no sum is quietly short. */
async function unconverted(services: Services, sight: Sight, answer: Answer): Promise<string[]> {
  if (answer.measure.unit !== "money") return [];
  const missing = await opportunitiesAsOf(
    services.replica,
    sight,
    factAsk(answer.question, []),
  ).withoutRate();
  return missing.map(
    ({ currency, count }) =>
      `${count === 1 ? "One opportunity" : `${count} opportunities`} in ${currency} ${count === 1 ? "is" : "are"} not in this sum: no exchange rate is known for the day. Enter it in Settings.`,
  );
}

/** How the single values behind a median lie. Refuses a measure that has none. */
export async function spreadAsked(services: Services, sight: Sight, name: string, asked: Asked) {
  const { measure, question } = await ask(services, sight, name, asked);
  const spread = await spreadOf(catalogue, services.replica, measure, question);
  return { measure: measure.name, unit: measure.unit, ...spread };
}

/** The opportunities behind a figure, the largest first. */
export async function listRecords(
  services: Services,
  sight: Sight,
  name: string,
  asked: Asked & { key?: string | undefined; offset: number; limit: number },
) {
  const { measure, question } = await ask(services, sight, name, asked);
  const behind = await recordsBehind(catalogue, services.replica, measure, question, asked.key ?? null);
  const { rows, count } = await opportunitiesAsOf(services.replica, sight, factAsk(question, [])).rows(
    behind,
    asked,
  );
  const next = asked.offset + asked.limit;
  return {
    rows: rows.map(({ amountMinor, daysInStage: _, ...row }) => ({
      ...row,
      amount: amountMinor === null ? null : formatAmount(amountMinor, row.currency),
    })),
    count,
    nextOffset: next < count ? next : null,
  };
}
