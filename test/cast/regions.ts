export type RegionKey = "atlantic" | "pacific" | "gulf" | "europe";

/** A city in which customers sit: its name, the ISO 3166 country, and the currency in which its customers are billed. */
export interface Place {
  city: string;
  country: string;
  currency: "USD" | "EUR";
}

export interface Region {
  key: RegionKey;
  name: string;
  /** Its part of the sellers, accounts and opportunities. */
  share: number;
  /** How the win rate and the length of a cycle differ from the company's. */
  winFactor: number;
  cycleFactor: number;
  /** Teams within the region; a region without any is one team. */
  teams: readonly string[];
  places: readonly Place[];
}

const inDollars = (country: string, cities: string): Place[] =>
  cities.split(", ").map((city) => ({ city, country, currency: "USD" }));
const inEuros = (country: string, cities: string): Place[] =>
  cities.split(", ").map((city) => ({ city, country, currency: "EUR" }));

export const regions: readonly Region[] = [
  {
    key: "atlantic",
    name: "Atlantic",
    share: 0.32,
    winFactor: 1.05,
    cycleFactor: 0.95,
    teams: ["Atlantic North", "Atlantic South"],
    places: [
      ...inDollars("US", "Portland, Boston, New Bedford, Providence, New London, Newark, Baltimore, Norfolk"),
      ...inDollars("US", "Wilmington, Charleston, Savannah, Jacksonville, Miami"),
      ...inDollars("CA", "Halifax, Saint John, St. John's, Montréal"),
    ],
  },
  {
    key: "pacific",
    name: "Pacific",
    share: 0.22,
    winFactor: 1.15,
    cycleFactor: 1.05,
    teams: [],
    places: [
      ...inDollars("US", "Seattle, Tacoma, Astoria, Oakland, Long Beach, San Diego, Honolulu, Anchorage"),
      ...inDollars("CA", "Vancouver, Prince Rupert"),
      ...inDollars("JP", "Yokohama, Kobe"),
      ...inDollars("NZ", "Tauranga"),
    ],
  },
  {
    key: "gulf",
    name: "Gulf & Inland",
    share: 0.2,
    winFactor: 0.9,
    cycleFactor: 0.85,
    teams: [],
    places: [
      ...inDollars(
        "US",
        "Houston, Galveston, New Orleans, Mobile, Tampa, Corpus Christi, Memphis, St. Louis",
      ),
      ...inDollars("US", "Duluth, Cleveland, Milwaukee"),
      ...inDollars("MX", "Veracruz"),
    ],
  },
  {
    key: "europe",
    name: "Europe",
    share: 0.26,
    winFactor: 0.95,
    cycleFactor: 1.25,
    teams: ["Northern Europe", "Southern Europe"],
    places: [
      ...inEuros("NL", "Rotterdam, Den Helder, Vlissingen"),
      ...inEuros("DE", "Hamburg, Kiel, Rostock, Bremerhaven"),
      ...inEuros("FR", "Brest, Le Havre, Marseille"),
      ...inEuros("ES", "Vigo, Valencia"),
      ...inEuros("IT", "Genoa, Trieste"),
      ...inEuros("PT", "Sines"),
      ...inEuros("IE", "Cork"),
      ...inDollars("GB", "Aberdeen, Southampton"),
      ...inDollars("NO", "Bergen, Ålesund"),
    ],
  },
];

const inland = new Set(
  "Memphis, St. Louis, Duluth, Cleveland, Milwaukee, Duisburg, Magdeburg, Nijmegen, Linz".split(", "),
);

/** Whether a city lies on a river or lake, far from the sea: nobody farms mussels or builds wind farms there. */
export function isInland(place: Place): boolean {
  return inland.has(place.city);
}

/** Where the customers of the acquired company sit. */
export const acquiredPlaces: readonly Place[] = [
  ...inEuros("DE", "Hamburg, Cuxhaven, Emden, Stade, Duisburg, Magdeburg"),
  ...inEuros("NL", "Delfzijl, Nijmegen"),
  ...inEuros("AT", "Linz"),
];

/** Shares a whole number of seats or accounts out over the regions, at least `least` to each. */
export function shareOut(total: number, least: number): Map<RegionKey, number> {
  return new Map(regions.map((region) => [region.key, Math.max(least, Math.round(total * region.share))]));
}
