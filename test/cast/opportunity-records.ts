import { activitiesOf } from "./activities.ts";
import { openingDays } from "./calendar-of-openings.ts";
import { type Chance, hashOf } from "./chance.ts";
import { dateOfDay, instantOf } from "./days.ts";
import { competitors, installationKinds } from "./fields.ts";
import type { Appearance } from "./journey-of-an-opportunity.ts";
import { type ScopeLine, totalOf } from "./lines.ts";
import { type LivedOpportunity, liveOpportunity } from "./opportunity.ts";
import type { CastLine, CastOpportunity, CastOpportunityRecord, CastState, Custom } from "./records.ts";
import { fiscalYearOf } from "./seasons.ts";
import type { Setting } from "./setting.ts";
import { splitsOf } from "./splits.ts";
import { stakeholdersOf } from "./stakeholders.ts";
import { leadSourceOf, lostReasonOf, nextStepOf } from "./words.ts";

/** Gives the opportunities of a setting one after another, each composed when it is asked for. */
export function* composeOpportunities(setting: Setting): Generator<CastOpportunity> {
  const openings = openingDays(setting.story.beginsDay, setting.story.lastDay);
  const key = hashOf(`${setting.seed}/opportunity`);
  const identify = {
    opportunity: setting.ids.of("opportunity"),
    line: setting.ids.of("line"),
    split: setting.ids.of("split"),
    stakeholder: setting.ids.of("stakeholder"),
    activity: setting.ids.of("activity"),
  };
  for (let index = 0; index < setting.size; index++) {
    yield writeDown(setting, liveOpportunity(setting, openings, key, index), identify);
  }
}

export type IdentifyAll = Record<
  "opportunity" | "line" | "split" | "stakeholder" | "activity",
  (index: number) => string
>;

function writeDown(setting: Setting, lived: LivedOpportunity, identify: IdentifyAll): CastOpportunity {
  const { appearances } = lived.journey;
  const states = appearances.map((appearance) => stateOf(setting, lived, appearance));
  const present = states.at(-1);
  const last = appearances.at(-1);
  if (!present || !last) throw new RangeError("An opportunity has at least one state.");
  const { validFrom, ...now } = present;
  const id = identify.opportunity(lived.index);
  const { createdDay, chance } = lived;
  const record: CastOpportunityRecord = {
    id,
    trueSince: validFrom,
    name: nameOf(lived),
    ...now,
    createdOn: dateOfDay(createdDay),
    leadSource: leadSourceOf(lived.pipeline.key, chance),
    nextStep: now.status === "open" ? nextStepOf(last.face.stage, chance) : null,
    lostReason: now.status === "lost" ? lostReasonOf(lived, chance) : null,
    custom: customOf(lived, last, chance),
  };
  const split = splitsOf(setting, lived, last.face.person);
  return {
    record,
    states,
    lines: linesOf(setting, lived, last, record, identify),
    splits: split.map(([person, share], position) => ({
      id: identify.split(lived.index * 4 + position),
      trueSince: validFrom,
      opportunityId: id,
      personId: setting.ids.person(person),
      share,
    })),
    stakeholders: stakeholdersOf(setting, lived, last, record, identify.stakeholder),
    activities: activitiesOf(setting, lived, record, identify.activity),
  };
}

/** A renewal is named by the fiscal year whose contract it is; an opportunity by what it is about. */
function nameOf({ account, pipeline, scope, journey, createdDay }: LivedOpportunity): string {
  if (pipeline.key !== "renewal") return `${account.name}: ${scope.leadName}`;
  const dueDay = journey.appearances[0]?.face.closeDay ?? createdDay;
  return `${account.name}: ${scope.leadName} renewal FY${fiscalYearOf(dueDay)}`;
}

function amountOf(lived: LivedOpportunity, { face }: Appearance): number | null {
  if (face.phase === "estimate") return lived.scope.estimateMinor;
  return totalOf(lived.scope[face.phase]);
}

function stateOf(setting: Setting, lived: LivedOpportunity, appearance: Appearance): CastState {
  const { key, stages } = lived.pipeline;
  const { face, moment, stageSince } = appearance;
  const stage = stages[face.stage];
  if (!stage) throw new RangeError(`The pipeline ${key} has no stage ${face.stage}.`);
  const amount = amountOf(lived, appearance);
  const probability =
    face.status === "open"
      ? Math.min(0.95, Math.max(0.05, stage.probability + face.confidence))
      : stage.probability;
  return {
    validFrom: instantOf(moment),
    status: face.status,
    pipelineId: setting.ids.pipeline(key),
    stageId: setting.ids.stage(key, face.stage),
    stageEnteredAt: instantOf(stageSince),
    amountMinor: amount === null ? null : BigInt(amount),
    currency: lived.account.place.currency,
    probability: probability.toFixed(6),
    forecastCategory: face.category ?? stage.forecastCategory,
    closeOn: dateOfDay(face.closeDay),
    ownerId: setting.ids.person(face.person),
    accountId: setting.ids.account(face.account.index),
  };
}

/** An estimate is one line of the product it is about; an offer has its lines. They add up to the amount. */
function linesOf(
  setting: Setting,
  { scope, index }: LivedOpportunity,
  { face }: Appearance,
  record: CastOpportunityRecord,
  identify: IdentifyAll,
): CastLine[] {
  const lead = scope.offer[0];
  const lines: readonly ScopeLine[] =
    face.phase !== "estimate"
      ? scope[face.phase]
      : scope.estimateMinor === null || !lead
        ? []
        : [{ product: lead.product, quantity: 1, unitMinor: scope.estimateMinor }];
  return lines.map((line, position) => ({
    id: identify.line(index * 8 + position),
    trueSince: record.trueSince,
    opportunityId: record.id,
    productId: setting.ids.product(line.product),
    position: position + 1,
    quantity: String(line.quantity),
    unitPriceMinor: BigInt(line.unitMinor),
    amountMinor: BigInt(line.quantity * line.unitMinor),
  }));
}

function customOf(
  { scope, pipeline, createdDay }: LivedOpportunity,
  { face }: Appearance,
  chance: Chance,
): Custom {
  const custom: Record<string, string | number | boolean> = {};
  if (pipeline.key !== "renewal") custom.installation = chance.oneOf(installationKinds);
  if (chance.happens(0.8)) custom.units_in_scope = scope.offer.reduce((sum, line) => sum + line.quantity, 0);
  if (face.stage >= 1 && pipeline.key === "new")
    custom.survey_on = dateOfDay(createdDay + chance.whole(7, 30)).toString();
  if (chance.happens(0.3))
    custom.competitor = chance.happens(0.05) ? "marlock ltd" : chance.oneOf(competitors);
  if (face.stage >= 3 && pipeline.key === "new") custom.trial_agreed = chance.happens(0.7);
  return custom;
}
