import type { Account } from "./accounts.ts";
import type { Chance } from "./chance.ts";
import type { PipelineKey } from "./pipelines.ts";
import {
  allProducts,
  companions,
  euroPriceFactor,
  type Family,
  leadProducts,
  type Product,
  unitsSold,
} from "./products.ts";

/** One product of an opportunity: how many, at which price a unit in minor units. */
export interface ScopeLine {
  product: number;
  quantity: number;
  unitMinor: number;
}

/**
 * What an opportunity is about and what it is worth, in minor units, as the talks go on: first an estimate, then an
 * offer at list price, then what was agreed, mostly with a discount.
 */
export interface Scope {
  family: Family;
  leadName: string;
  /** Null: the seller has not written down an amount before the offer. */
  estimateMinor: number | null;
  offer: readonly ScopeLine[];
  agreed: readonly ScopeLine[];
}

const byCode = new Map(allProducts.map((product, index) => [product.code, { product, index }]));

function find(code: string): { product: Product; index: number } {
  const found = byCode.get(code);
  if (!found) throw new RangeError(`There is no product ${code}.`);
  return found;
}

/** Draws what an account is interested in. Key accounts buy more at once. */
export function scopeOf(pipeline: PipelineKey, account: Account, chance: Chance): Scope {
  const lead = leadOf(pipeline, account, chance);
  const codes = new Set([lead]);
  for (const [code, probability] of companionsOf(pipeline, lead))
    if (chance.happens(probability)) codes.add(code);
  const scale = account.tier === "Key" ? 2.2 : account.tier === "Growth" ? 1.2 : 0.8;
  const price = account.place.currency === "EUR" ? euroPriceFactor : 1;
  const offer = [...codes].map((code) => {
    const { product, index } = find(code);
    const [least, most] = unitsSold[product.family];
    const quantity = Math.max(1, Math.round(chance.whole(least, most) * scale));
    return { product: index, quantity, unitMinor: Math.round(product.listPrice * price) * 100 };
  });
  const discount = chance.happens(0.35) ? 0 : chance.whole(2, pipeline === "renewal" ? 6 : 14) / 100;
  const agreed = offer.map((line) => ({ ...line, unitMinor: Math.round(line.unitMinor * (1 - discount)) }));
  const { product } = find(lead);
  return {
    family: product.family,
    leadName: product.name,
    estimateMinor: estimate(pipeline, totalOf(offer), chance),
    offer,
    agreed,
  };
}

/** What the lines add up to. */
export function totalOf(lines: readonly ScopeLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
}

function leadOf(pipeline: PipelineKey, account: Account, chance: Chance): string {
  if (pipeline === "elbholm") return chance.happens(0.7) ? "EL-P7" : "EL-NET";
  if (pipeline === "renewal")
    return chance.happens(0.55) ? "SV-CARE" : (subscriptionFor[account.industry] ?? "SW-DECK");
  return chance.weighted(leadProducts[account.industry] ?? [["TG-200", 1]]);
}

const subscriptionFor: Readonly<Record<string, string>> = {
  "Ports & terminals": "SW-PORT",
  Shipping: "SW-FLEET",
};

function companionsOf(pipeline: PipelineKey, lead: string): readonly (readonly [string, number])[] {
  if (pipeline !== "renewal") return companions[lead] ?? [];
  return lead === "SV-CARE" ? [["SV-CAL", 0.3]] : [["SV-CARE", 0.6]];
}

/** A renewal is expected at last year's price; a new opportunity at a round guess, if anybody guesses. */
function estimate(pipeline: PipelineKey, offerMinor: number, chance: Chance): number | null {
  if (pipeline === "renewal") return Math.round(offerMinor / 1.04 / 100) * 100;
  const guess = offerMinor * chance.around(0.35);
  return chance.happens(0.2) ? null : Math.max(1, Math.round(guess / 100_000)) * 100_000;
}
