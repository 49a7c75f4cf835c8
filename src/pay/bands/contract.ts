/** Pay bands on the wire: market and own beside each other, what they disagree in, and stated adjustments. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  amountText,
  idParams,
  idText,
  knownCurrency,
  nameText,
  removal,
  shortText,
  version,
} from "#base/wire";
import { bandKinds } from "./band.ts";
import { factorKinds } from "./factor.ts";

const figure = amountText.nullable();
const figures = { low: figure, mid: figure, high: figure };
const factorText = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,4})?$/, "A factor is written like 1.08, with at most four decimals.");
const stated = { kind: z.enum(factorKinds), factor: factorText, reason: nameText, source: nameText };

const said = {
  roleKey: z.string().max(63).nullable().describe("The key of a role; null where only a name is given"),
  roleName: nameText,
  level: shortText.describe("Within the role; empty: all of them"),
  location: shortText.describe("Where it is paid; empty: everywhere"),
  kind: z.enum(bandKinds),
  currency: knownCurrency,
  ...figures,
  openAbove: z.boolean().describe("The source says that there is more above the high, or names none"),
  source: nameText,
  year: z.int().min(1990).max(2200),
};

const stepOut = z.strictObject({
  ...{ id: idText, version, kind: z.enum(factorKinds), factor: z.string(), reason: z.string() },
  ...{ source: z.string(), ...figures },
});
export type StepOut = z.infer<typeof stepOut>;

export const bandOut = z.strictObject({
  key: z
    .string()
    .describe("By which the band is found: a word of one that comes along, the id of an own one"),
  own: z.boolean(),
  version: version.nullable().describe("Null of a band that comes along"),
  grade: z.string().nullable().describe("How far a market source can be relied on, A to D"),
  ...said,
  currency: z.string(),
  words: z.string().describe("The figures as the source means them: 150,000 to 250,000 USD and more"),
  steps: z.array(stepOut).describe("Stated adjustments in their order, each with the figures after it"),
});
export type BandOut = z.infer<typeof bandOut>;

export const getPayBands = endpoint({
  method: "GET",
  path: "/api/pay/bands",
  permission: "pay.read",
  summary: "Pay bands of the market and the company's own, side by side, and where they disagree",
  output: z.strictObject({
    bands: z.array(bandOut),
    disagreements: z.array(
      z.strictObject({ one: z.string(), other: z.string(), sentences: z.array(z.string()) }),
    ),
    disagreeBeyond: z.string().describe("By how much two figures may differ before they disagree"),
  }),
});

export const stateBand = endpoint({
  method: "POST",
  path: "/api/pay/bands",
  permission: "pay.write",
  summary: "States a band of the company's own; those of the market stay beside it",
  body: z.strictObject(said),
  output: bandOut,
  status: 201,
});
export const changeBand = endpoint({
  method: "PATCH",
  path: "/api/pay/bands/:id",
  permission: "pay.write",
  summary: "Changes what is given of one of the company's own bands",
  params: idParams,
  body: z.strictObject(said).partial(),
  output: bandOut,
  conditional: true,
});
export const removeBand = endpoint({
  method: "DELETE",
  path: "/api/pay/bands/:id",
  permission: "pay.write",
  summary: "Removes one of the company's own bands; its history stays",
  params: idParams,
  output: removal,
  conditional: true,
});

export const stateFactor = endpoint({
  method: "POST",
  path: "/api/pay/factors",
  permission: "pay.write",
  summary: "Adjusts a band by a factor, with its reason and source",
  body: z.strictObject({ band: z.string().min(1).max(100), ...stated }),
  output: z.strictObject({ id: idText, version, band: z.string(), ...stated }),
  status: 201,
});
export const removeFactor = endpoint({
  method: "DELETE",
  path: "/api/pay/factors/:id",
  permission: "pay.write",
  summary: "Takes an adjustment of a band back",
  params: idParams,
  output: removal,
  conditional: true,
});
