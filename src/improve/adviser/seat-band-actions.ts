/** The bands that pay brings along, as the adviser shows them: by seat, in whole US dollars. */
import { marketBands } from "#pay";
import type { AdviceOut } from "./contract.ts";
import type { Seat } from "./option.ts";

type SeatBand = AdviceOut["bands"][number];

/** The bands of seats, and whether what is assumed rests on them. */
const seatOf: Readonly<Record<string, { readonly seat: Seat; readonly used: boolean }>> = {
  "vp-base-profiles": { seat: "vp", used: true },
  "vp-total-profiles": { seat: "vp", used: true },
  "vp-total-getgangly": { seat: "vp", used: false },
  "director-base-profiles": { seat: "director", used: true },
  "director-total-profiles": { seat: "director", used: true },
  "director-total-prospeo": { seat: "director", used: false },
  "manager-base-therevopsreport": { seat: "manager", used: true },
  "fractional-fee": { seat: "fractional", used: true },
};

const dollars = (minor: bigint | null): number | null => (minor === null ? null : Number(minor / 100n));

/** The bands of the adviser's seats, each source by itself. */
export function seatBands(): SeatBand[] {
  return marketBands.flatMap(({ key, kind, source, year, grade, ...band }) => {
    const seat = seatOf[key];
    if (seat === undefined || kind === "target-bonus") return [];
    return [
      {
        ...{ seat: seat.seat, of: kind, source, year, grade: grade ?? "", used: seat.used },
        low: dollars(band.lowMinor),
        middle: dollars(band.midMinor),
        high: dollars(band.highMinor),
      },
    ];
  });
}
