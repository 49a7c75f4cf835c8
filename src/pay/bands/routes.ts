import { formatAmount } from "#base/kernel";
import { bind, type Route } from "#base/platform";
import { amountMinorOf } from "#base/wire";
import * as actions from "./actions.ts";
import { type BandSaid, type Range, rangeWords } from "./band.ts";
import * as contract from "./contract.ts";
import { disagreementShare, disagreementsAmong } from "./disagreement.ts";
import { stepsFrom } from "./factor.ts";

function figuresOf({ lowMinor, midMinor, highMinor }: Range, currency: string) {
  const text = (minor: bigint | null) => (minor === null ? null : formatAmount(minor, currency));
  return { low: text(lowMinor), mid: text(midMinor), high: text(highMinor) };
}

function shown({ band, factors }: actions.BandInUse): contract.BandOut {
  const { lowMinor: _low, midMinor: _mid, highMinor: _high, ...said } = band;
  const steps = stepsFrom(band, factors);
  return {
    ...said,
    ...figuresOf(band, band.currency),
    words: rangeWords(band),
    steps: factors.flatMap(({ id, version, kind, factor, reason, source }, at) => {
      const step = steps[at];
      return step ? [{ id, version, kind, factor, reason, source, ...figuresOf(step, band.currency) }] : [];
    }),
  };
}

type Given = Partial<Record<"low" | "mid" | "high", string | null>>;

/** The figures that are given, in minor units; those left out are left out. */
function minorsOf(given: Given, currency: string) {
  const named = { low: "lowMinor", mid: "midMinor", high: "highMinor" } as const;
  const entries = (["low", "mid", "high"] as const).flatMap((name) => {
    const amount = given[name];
    return amount === undefined ? [] : [[named[name], amountMinorOf({ amount, currency }, name)]];
  });
  return Object.fromEntries(entries) as Partial<Range>;
}

export const bandRoutes: readonly Route[] = [
  bind(contract.getPayBands, async ({ db, sight }) => {
    const bands = await actions.listBands(db, sight);
    const disagreements = disagreementsAmong(bands.map(({ band }) => band));
    return {
      bands: bands.map(shown),
      disagreements: disagreements.map((one) => ({ ...one, sentences: [...one.sentences] })),
      disagreeBeyond: disagreementShare.words,
    };
  }),
  bind(contract.stateBand, async ({ db, author, services, body: { low, mid, high, ...said } }) => {
    const given = { ...said, ...minorsOf({ low, mid, high }, said.currency) } as BandSaid;
    const band = await actions.stateBand(db, author.workspaceId, services.clock, given);
    return shown({ band, factors: [] });
  }),
  bind(contract.changeBand, async ({ db, author, sight, params, expectedVersion, body }) => {
    const { low, mid, high, ...said } = body;
    const band = await actions.changeBand(db, author.workspaceId, params.id, expectedVersion, (held) => ({
      ...said,
      ...minorsOf({ low, mid, high } as Given, said.currency ?? held.currency),
    }));
    const inUse = (await actions.listBands(db, sight)).find((one) => one.band.key === band.key);
    return shown(inUse ?? { band, factors: [] });
  }),
  bind(contract.removeBand, ({ db, author, params, expectedVersion }) =>
    actions.removeBand(db, author.workspaceId, params.id, expectedVersion),
  ),
  bind(contract.stateFactor, async ({ db, author, services, body }) => {
    const { position: _, ...kept } = await actions.stateFactor(db, author.workspaceId, services.clock, body);
    return kept;
  }),
  bind(contract.removeFactor, ({ db, author, params, expectedVersion }) =>
    actions.removeFactor(db, author.workspaceId, params.id, expectedVersion),
  ),
];
