import { chanceFrom, hashOf } from "./chance.ts";
import { dateOfDay, dayOf, instantOf } from "./days.ts";
import { customFields } from "./fields.ts";
import { pipelines } from "./pipelines.ts";
import { acquiredProducts, allProducts } from "./products.ts";
import type { CastCustomField, CastExchangeRate, CastPipeline, CastProduct, CastStage } from "./records.ts";
import type { Setting } from "./setting.ts";
import { company } from "./story.ts";

/** The products and pipelines, as records. What is Elbholm's is ours since the acquisition. */
export function writeCatalogue(setting: Setting): {
  customFields: CastCustomField[];
  products: CastProduct[];
  pipelines: CastPipeline[];
  stages: CastStage[];
} {
  const { ids, story, clock } = setting;
  const beginning = instantOf(clock(story.beginsDay, 540));
  const joining = instantOf(clock(story.acquiredDay, 540));
  const since = (key: string) => (key === "elbholm" ? joining : beginning);
  const field = ids.of("custom-field");
  return {
    customFields: customFields.map((plan, index) => ({ id: field(index), trueSince: beginning, ...plan })),
    products: allProducts.map((product, index) => ({
      id: ids.product(index),
      trueSince: acquiredProducts.includes(product) ? joining : beginning,
      name: product.name,
      code: product.code,
      family: product.family,
      listPriceMinor: BigInt(product.listPrice) * 100n,
      currency: company.currency,
    })),
    pipelines: pipelines.map((plan, index) => ({
      id: ids.pipeline(plan.key),
      trueSince: since(plan.key),
      name: plan.name,
      position: index + 1,
    })),
    stages: pipelines.flatMap((plan) =>
      plan.stages.map((stage, position) => ({
        id: ids.stage(plan.key, position),
        trueSince: since(plan.key),
        pipelineId: ids.pipeline(plan.key),
        name: stage.name,
        position: position + 1,
        outcome: stage.outcome,
        probability: stage.probability.toFixed(6),
        forecastCategory: stage.forecastCategory,
      })),
    ),
  };
}

/** What a euro is worth in dollars: a new rate on the first of every month, never far from 1.10. */
export function writeExchangeRates(setting: Setting): CastExchangeRate[] {
  const { story, clock, ids } = setting;
  const chance = chanceFrom(hashOf(`${setting.seed}/rates`));
  const identify = ids.of("exchange-rate");
  const rates: CastExchangeRate[] = [];
  let rate = 1.08;
  let month = dateOfDay(story.beginsDay).with({ day: 1 }).subtract({ months: 12 });
  for (let i = 0; dayOf(month) <= story.lastDay; i++) {
    rate += (1.1 - rate) * 0.15 + (chance.number() - 0.5) * 0.04;
    const trueSince = instantOf(clock(dayOf(month), 480));
    rates.push({
      id: identify(i),
      trueSince,
      currency: company.secondCurrency,
      startsOn: month,
      rate: rate.toFixed(4),
    });
    month = month.add({ months: 1 });
  }
  return rates;
}
