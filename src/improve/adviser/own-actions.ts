/** Reads from the company's own data what it can answer, each with the page that shows it. */
import { answerAsked } from "#analytics";
import { parseAmount, today } from "#base/kernel";
import type { Services, Sight } from "#base/platform";
import { groundOf } from "#people";
import { rateOf } from "./cost.ts";
import type { OwnReading, OwnReadings } from "./input.ts";
import { anAnswerFits } from "./input.ts";
import { countOwn } from "./own-store.ts";
import type { OwnFigure } from "./question.ts";
import { questions } from "./questions.ts";

/** Bookings of fewer opportunities than this say nothing about growth, and their cycle nothing about the usual one. */
const enough = 10;

/** What can be read today; a figure that is missing, rests on too little or lies beyond what is asked for is left out. */
export async function readOwn(services: Services, sight: Sight): Promise<OwnReadings> {
  const { db } = services.database;
  const ground = await groundOf(db, sight.workspaceId);
  const on = today(services.clock, ground.timeZone);
  const counts = await countOwn(db, sight, on);
  const found: Partial<Record<OwnFigure, OwnReading>> = {
    ...(counts.sellers > 0 && {
      sellers: {
        value: counts.sellers,
        words: "People who own an open opportunity today.",
        path: "/pipeline?by=person",
      },
    }),
    ...(counts.layers > 0 && {
      layers: {
        value: counts.layers,
        words: "Managers above a seller in the longest reporting line of today, the topmost included.",
        path: "/people",
      },
    }),
    ...(counts.pipelines > 0 && {
      pipelines: {
        value: counts.pipelines,
        words: "Pipelines of this workspace.",
        path: "/settings/pipelines",
      },
    }),
    ...(await readCycle(services, sight, on)),
    ...(await readGrowth(services, sight, on)),
  };
  return Object.fromEntries(Object.entries(found).filter(([own, { value }]) => fits(own, value)));
}

const fits = (own: string, value: number): boolean => {
  const question = questions.find((one) => one.own === own);
  return question !== undefined && anAnswerFits(question, value) === null;
};

/** The year that ends on a day, by its first and last day. */
const yearUntil = (last: Temporal.PlainDate) => ({
  from: last.subtract({ years: 1 }).add({ days: 1 }).toString(),
  to: last.toString(),
});

async function readCycle(services: Services, sight: Sight, on: Temporal.PlainDate) {
  const year = yearUntil(on);
  const { total } = await answerAsked(services, sight, "sales-cycle", year);
  if (typeof total.value !== "number" || total.n < enough) return {};
  const words = `Median days from creation to win, of ${total.n} opportunities won in the last twelve months.`;
  const path = `/measures/sales-cycle?from=${year.from}&to=${year.to}`;
  return { cycle: { value: Math.round(total.value), words, path } };
}

async function readGrowth(services: Services, sight: Sight, on: Temporal.PlainDate) {
  const year = yearUntil(on);
  const [now, before] = await Promise.all(
    [year, yearUntil(on.subtract({ years: 1 }))].map(async (period) => {
      const { total, currency } = await answerAsked(services, sight, "bookings", period);
      if (typeof total.value !== "string" || currency === null || total.n < enough) return null;
      return parseAmount(total.value, currency);
    }),
  );
  if (now == null || before == null) return {};
  const growth = rateOf(now - before, before);
  if (growth === null) return {};
  const words = "Bookings of the last twelve months over those of the twelve before.";
  const path = `/measures/bookings?from=${year.from}&to=${year.to}`;
  return { growth: { value: Number(growth.toFixed(3)), words, path } };
}
