export type Family = "Hardware" | "Software subscription" | "Services";

export interface Product {
  code: string;
  name: string;
  family: Family;
  /** In whole US dollars; subscriptions and services a year. */
  listPrice: number;
}

/** The price list. Euro prices are the same list at the factor below, whatever the day's rate is. */
export const products: readonly Product[] = [
  { code: "TG-200", name: "Tideline 200 tide gauge", family: "Hardware", listPrice: 6_400 },
  { code: "TG-500", name: "Tideline 500 radar gauge", family: "Hardware", listPrice: 14_900 },
  { code: "BU-30", name: "Wavecradle 30 buoy", family: "Hardware", listPrice: 28_500 },
  { code: "HS-12", name: "Hullsense 12 strain kit", family: "Hardware", listPrice: 9_800 },
  { code: "MV-08", name: "Masthead Vane 8 wind station", family: "Hardware", listPrice: 3_900 },
  { code: "GW-04", name: "Gangway 4 edge gateway", family: "Hardware", listPrice: 2_150 },
  { code: "SW-DECK", name: "Soundings Live", family: "Software subscription", listPrice: 12_000 },
  { code: "SW-FLEET", name: "Soundings Fleet", family: "Software subscription", listPrice: 21_600 },
  { code: "SW-PORT", name: "Soundings Harbor", family: "Software subscription", listPrice: 34_800 },
  { code: "SV-CARE", name: "Yearly Care contract", family: "Services", listPrice: 7_200 },
  { code: "SV-CAL", name: "Calibration visit", family: "Services", listPrice: 2_800 },
  { code: "SV-INST", name: "Installation and commissioning", family: "Services", listPrice: 8_500 },
];

/** What Elbholm sells, since it is ours. */
export const acquiredProducts: readonly Product[] = [
  { code: "EL-P7", name: "Elbholm P7 level probe", family: "Hardware", listPrice: 4_700 },
  { code: "EL-NET", name: "Elbholm Pegelnetz", family: "Software subscription", listPrice: 9_600 },
  { code: "EL-WART", name: "Elbholm maintenance", family: "Services", listPrice: 3_300 },
];

export const allProducts: readonly Product[] = [...products, ...acquiredProducts];

/** Euro list price for each dollar of list price. */
export const euroPriceFactor = 0.92;

/** What a kind of customer begins with: the product that the opportunity is about. */
export const leadProducts: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "Ports & terminals": [
    ["SW-PORT", 3],
    ["TG-500", 4],
    ["TG-200", 2],
    ["MV-08", 1],
  ],
  Shipping: [
    ["SW-FLEET", 4],
    ["HS-12", 5],
    ["MV-08", 1],
  ],
  "Offshore energy": [
    ["BU-30", 5],
    ["HS-12", 2],
    ["SW-DECK", 3],
  ],
  Aquaculture: [
    ["TG-200", 2],
    ["BU-30", 2],
    ["SW-DECK", 4],
    ["MV-08", 2],
  ],
  "Coastal agencies & research": [
    ["BU-30", 4],
    ["TG-200", 4],
    ["SW-DECK", 2],
  ],
};

/** What usually goes along with a product, and with which probability. */
export const companions: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "TG-200": [
    ["GW-04", 0.6],
    ["SW-DECK", 0.5],
    ["SV-INST", 0.4],
  ],
  "TG-500": [
    ["GW-04", 0.7],
    ["SW-PORT", 0.35],
    ["SV-INST", 0.6],
    ["SV-CARE", 0.4],
  ],
  "BU-30": [
    ["SW-DECK", 0.6],
    ["SV-INST", 0.5],
    ["SV-CARE", 0.5],
  ],
  "HS-12": [
    ["GW-04", 0.8],
    ["SW-FLEET", 0.4],
    ["SV-INST", 0.3],
  ],
  "MV-08": [
    ["GW-04", 0.5],
    ["SV-CAL", 0.3],
  ],
  "SW-DECK": [["SV-CARE", 0.3]],
  "SW-FLEET": [
    ["HS-12", 0.3],
    ["SV-CARE", 0.3],
  ],
  "SW-PORT": [
    ["TG-500", 0.4],
    ["SV-INST", 0.4],
    ["SV-CARE", 0.4],
  ],
  "EL-P7": [
    ["EL-NET", 0.4],
    ["EL-WART", 0.5],
  ],
  "EL-NET": [
    ["EL-P7", 0.4],
    ["EL-WART", 0.3],
  ],
};

/** How many units of a product one opportunity is about: least and most. */
export const unitsSold: Readonly<Record<Family, readonly [number, number]>> = {
  Hardware: [1, 8],
  "Software subscription": [1, 3],
  Services: [1, 3],
};

/** How the lead product's family moves the win rate and the length of the cycle. */
export const familyFactors: Readonly<Record<Family, { win: number; cycle: number }>> = {
  Hardware: { win: 1, cycle: 1 },
  "Software subscription": { win: 0.85, cycle: 1.2 },
  Services: { win: 1.2, cycle: 0.7 },
};
