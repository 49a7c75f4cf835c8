/**
 * Twelve opportunities whose whole story can be told, and every figure about them worked out by hand. Amounts are in the
 * opportunity's own currency; a step says only what changed. EUR is worth 1.10 from January and 1.20 from April 2026.
 */

export interface StoryStep {
  /** A day (nine in the morning in New York) or a day and a time. */
  readonly at: string;
  readonly stage?: string;
  readonly amount?: string | null;
  readonly closeOn?: string;
  readonly owner?: string;
  readonly probability?: string;
  readonly removed?: true;
}

export interface Story {
  readonly name: string;
  readonly account: "Acme" | "Borg";
  readonly pipeline: "New business" | "Renewal";
  readonly currency: "USD" | "EUR";
  readonly createdOn: string;
  readonly lostReason?: string;
  readonly leadSource?: string;
  readonly segment?: string;
  readonly lines?: readonly (readonly [product: string, amount: string | null])[];
  readonly steps: readonly [StoryStep, ...StoryStep[]];
}

const newBusiness = { pipeline: "New business", currency: "USD" } as const;

export const stories: readonly Story[] = [
  {
    ...newBusiness,
    name: "Anvil",
    account: "Acme",
    createdOn: "2026-01-05",
    segment: "large",
    leadSource: "Fair",
    lines: [
      ["Drill", "900.00"],
      ["Saw", "300.00"],
    ],
    steps: [
      { at: "2026-01-05", stage: "Qualify", amount: "1000.00", closeOn: "2026-03-20", owner: "Ana" },
      { at: "2026-01-25", stage: "Propose" },
      { at: "2026-02-24", stage: "Negotiate", amount: "1200.00" },
      { at: "2026-03-10", stage: "Won", closeOn: "2026-03-10" },
    ],
  },
  {
    ...newBusiness,
    name: "Bolt",
    account: "Acme",
    createdOn: "2026-01-12",
    segment: "small",
    lostReason: "Price",
    steps: [
      { at: "2026-01-12", stage: "Qualify", amount: "500.00", closeOn: "2026-03-31", owner: "Ana" },
      { at: "2026-02-11", stage: "Propose" },
      { at: "2026-03-05", stage: "Lost", closeOn: "2026-03-05" },
    ],
  },
  {
    ...newBusiness,
    name: "Crane",
    account: "Borg",
    currency: "EUR",
    createdOn: "2026-01-20",
    segment: "large",
    lines: [["Saw", "1000.00"]],
    steps: [
      { at: "2026-01-20", stage: "Propose", amount: "1000.00", closeOn: "2026-03-25", owner: "Ben" },
      { at: "2026-03-25", stage: "Won" },
    ],
  },
  {
    ...newBusiness,
    name: "Dock",
    account: "Borg",
    currency: "EUR",
    createdOn: "2026-02-01",
    steps: [
      { at: "2026-02-01", stage: "Qualify", amount: "2000.00", closeOn: "2026-03-28", owner: "Ben" },
      { at: "2026-03-15", closeOn: "2026-05-20" },
      { at: "2026-05-20", stage: "Lost" },
    ],
  },
  {
    ...newBusiness,
    name: "Ember",
    account: "Acme",
    createdOn: "2026-02-10",
    steps: [
      { at: "2026-02-10", stage: "Qualify", amount: "800.00", closeOn: "2026-04-30", owner: "Cal" },
      { at: "2026-03-12", stage: "Propose" },
      { at: "2026-04-01", owner: "Ana" },
      { at: "2026-04-25", closeOn: "2026-06-30" },
      { at: "2026-05-12", stage: "Negotiate" },
    ],
  },
  {
    ...newBusiness,
    name: "Flint",
    account: "Acme",
    createdOn: "2026-01-15",
    lines: [
      ["Drill", null],
      ["Saw", null],
    ],
    steps: [
      { at: "2026-01-15", stage: "Qualify", amount: "300.00", closeOn: "2026-02-28", owner: "Cal" },
      { at: "2026-02-14", stage: "Won", closeOn: "2026-02-14" },
    ],
  },
  {
    ...newBusiness,
    name: "Grove",
    account: "Acme",
    createdOn: "2026-02-02",
    steps: [
      { at: "2026-02-02", stage: "Qualify", amount: "700.00", closeOn: "2026-03-15", owner: "Ana" },
      { at: "2026-03-02", stage: "Lost", closeOn: "2026-03-02" },
      { at: "2026-04-06", stage: "Qualify", amount: "600.00", closeOn: "2026-05-31" },
      { at: "2026-05-18", stage: "Won", closeOn: "2026-05-18" },
    ],
  },
  {
    name: "Haven",
    account: "Borg",
    pipeline: "Renewal",
    currency: "USD",
    createdOn: "2026-03-02",
    lines: [["Care", "450.00"]],
    steps: [
      { at: "2026-03-02", stage: "Review", amount: "400.00", closeOn: "2026-04-15", owner: "Ben" },
      { at: "2026-04-10", stage: "Agreed", amount: "450.00", closeOn: "2026-04-10" },
    ],
  },
  {
    ...newBusiness,
    name: "Inlet",
    account: "Borg",
    createdOn: "2026-03-20",
    steps: [
      { at: "2026-03-20", stage: "Qualify", amount: "900.00", closeOn: "2026-06-20", owner: "Ben" },
      { at: "2026-05-05", removed: true },
    ],
  },
  {
    ...newBusiness,
    name: "Jetty",
    account: "Acme",
    createdOn: "2026-03-31",
    steps: [
      { at: "2026-03-31 23:30", stage: "Qualify", amount: "250.00", closeOn: "2026-07-10", owner: "Ana" },
      { at: "2026-06-10", closeOn: "2026-10-05" },
    ],
  },
  {
    name: "Kiln",
    account: "Acme",
    pipeline: "Renewal",
    currency: "EUR",
    createdOn: "2026-04-20",
    steps: [{ at: "2026-04-20", stage: "Review", amount: "500.00", closeOn: "2026-06-30", owner: "Ana" }],
  },
  {
    ...newBusiness,
    name: "Lathe",
    account: "Borg",
    createdOn: "2026-05-04",
    steps: [
      { at: "2026-05-04", stage: "Qualify", amount: null, closeOn: "2026-08-31", owner: "Ben" },
      { at: "2026-06-01", stage: "Propose", amount: "1000.00", probability: "0.25" },
    ],
  },
];
