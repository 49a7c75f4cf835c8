import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  currencyCode,
  dateText,
  idParams,
  idText,
  knownCurrency,
  nameText,
  removal,
  version,
} from "#base/wire";

export const fiscalRules = z.strictObject({
  startMonth: z.int().min(1).max(12),
  pattern: z.enum(["months", "4-4-5", "4-5-4", "5-4-4"]),
  /** 1 is Monday, 7 is Sunday. */
  yearEndsOnWeekday: z.int().min(1).max(7),
  yearEnds: z.enum(["last", "nearest"]),
});

export const workspaceOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  origin: z.enum(["own", "sample"]),
  currency: currencyCode,
  timeZone: z.string(),
  fiscal: fiscalRules,
});
export type WorkspaceOut = z.infer<typeof workspaceOut>;

export const rateText = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,10})?$/, "A rate is written with digits and a decimal point, like 1.0825.")
  .refine((text) => /[1-9]/.test(text), "A rate is more than zero.");
const rateIn = z.strictObject({ currency: currencyCode, startsOn: dateText, rate: rateText });
export const rateOut = z.strictObject({ id: idText, version, ...rateIn.shape, rate: z.string() });

export const getWorkspace = endpoint({
  method: "GET",
  path: "/api/workspace",
  permission: "workspace.read",
  summary: "This workspace: its name, currency, time zone and fiscal rules.",
  output: workspaceOut,
});
export const getWorkspaces = endpoint({
  method: "GET",
  path: "/api/workspaces",
  permission: "workspace.read",
  summary: "The workspaces that the caller can choose from.",
  output: z.strictObject({ items: z.array(workspaceOut) }),
});
export const openWorkspace = endpoint({
  method: "POST",
  path: "/api/workspaces",
  permission: "workspace.configure",
  everyWorkspace: true,
  audit: "workspace opened",
  summary: "Opens a new, empty workspace of one's own.",
  body: z.strictObject({
    name: nameText,
    currency: knownCurrency,
    timeZone: z.string().min(1).max(100),
    fiscal: fiscalRules.partial().optional(),
  }),
  output: workspaceOut,
  status: 201,
});
export const configureWorkspace = endpoint({
  method: "PATCH",
  path: "/api/workspace",
  permission: "workspace.configure",
  audit: "workspace changed",
  summary: "Changes this workspace's name, currency, time zone or fiscal rules.",
  body: z.strictObject({
    name: nameText.optional(),
    currency: knownCurrency.optional(),
    timeZone: z.string().min(1).max(100).optional(),
    fiscal: fiscalRules.partial().optional(),
  }),
  output: workspaceOut,
  conditional: true,
});
export const getExchangeRates = endpoint({
  method: "GET",
  path: "/api/exchange-rates",
  permission: "workspace.read",
  summary: "Exchange rates into the workspace's currency, by currency and first day.",
  output: z.strictObject({ currency: currencyCode, items: z.array(rateOut) }),
});
export const removeExchangeRate = endpoint({
  method: "DELETE",
  path: "/api/exchange-rates/:id",
  permission: "workspace.configure",
  audit: "exchange rate taken back",
  summary: "Takes a rate back that was stated by mistake: the one before it holds on. Its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});
export const setExchangeRate = endpoint({
  method: "PUT",
  path: "/api/exchange-rates",
  permission: "workspace.configure",
  audit: "exchange rate stated",
  summary: "States what one unit of a currency is worth from a day on; the same day again corrects it.",
  body: rateIn,
  output: rateOut,
});
