/** Bands that come along: what public sources say of leaders of sales operations, in US dollars a year. */
import type { Band, BandKind, Grade } from "./band.ts";

const profiles = "Quarterdeck role profiles (in line with fullenrich.com)";

const roles = {
  vp: { roleKey: "vp-sales-operations", roleName: "VP of Sales Operations" },
  director: { roleKey: "director-sales-operations", roleName: "Director of Sales Operations" },
  manager: { roleKey: null, roleName: "Sales operations manager" },
  fractional: { roleKey: null, roleName: "Fractional leader of sales operations" },
} as const;

interface Figures {
  readonly low?: number;
  readonly mid?: number;
  readonly high?: number;
  /** The source writes a plus behind its upper end. */
  readonly andMore?: true;
}

/** In the order in which they are shown: by role, what the assumptions of the adviser rest on first. */
export const marketBands: readonly Band[] = [
  band("vp-base-profiles", "vp", "base", { low: 150_000, high: 250_000, andMore: true }, profiles, "C"),
  band("vp-total-profiles", "vp", "total", { high: 400_000, andMore: true }, profiles, "C"),
  band("vp-total-getgangly", "vp", "total", { low: 280_000 }, "getgangly.com", "C"),
  band("director-base-profiles", "director", "base", { low: 100_000, high: 175_000 }, profiles, "C"),
  band("director-total-profiles", "director", "total", { high: 225_000 }, profiles, "C"),
  band(
    "director-total-prospeo",
    "director",
    "total",
    { low: 157_000, mid: 197_000, high: 253_000 },
    "prospeo.io",
    "C",
  ),
  band(
    "manager-base-therevopsreport",
    "manager",
    "base",
    { low: 111_000, high: 160_000 },
    "therevopsreport.com",
    "C",
  ),
  band(
    "fractional-fee",
    "fractional",
    "fee",
    { low: 96_000, high: 180_000 },
    "Assumption without a source",
    "D",
  ),
];

function band(
  key: string,
  role: keyof typeof roles,
  kind: BandKind,
  { low, mid, high, andMore }: Figures,
  source: string,
  grade: Grade,
): Band {
  const cents = (dollars: number | undefined) => (dollars === undefined ? null : BigInt(dollars) * 100n);
  return {
    ...{ key, own: false, grade, ...roles[role], level: "", location: "", kind, currency: "USD" },
    ...{ lowMinor: cents(low), midMinor: cents(mid), highMinor: cents(high) },
    ...{ openAbove: andMore === true || high === undefined, source, year: 2026 },
  };
}
