/** By what figures about opportunities can be broken down. */
import type { Dimension } from "#base/platform";

export const opportunityDimensions: readonly Dimension[] = [
  { name: "person", label: "Person", sentence: "Who owns the opportunity.", kind: "record" },
  {
    name: "manager",
    label: "Manager",
    sentence:
      "Whom the owner reports to: on the closing day for what is closed, on the day asked about for what is open.",
    kind: "record",
  },
  {
    name: "team",
    label: "Team",
    sentence:
      "The owner's team: on the closing day for what is closed, on the day asked about for what is open.",
    kind: "record",
  },
  {
    name: "region",
    label: "Region",
    sentence:
      "The region of the owner's team: on the closing day for what is closed, on the day asked about for what is open.",
    kind: "record",
  },
  { name: "account", label: "Account", sentence: "Who buys.", kind: "record" },
  { name: "industry", label: "Industry", sentence: "The account's industry.", kind: "record" },
  { name: "country", label: "Country", sentence: "The account's country.", kind: "record" },
  {
    name: "product",
    label: "Product",
    sentence: "What is sold; an opportunity falls to its products by its lines.",
    kind: "record",
  },
  {
    name: "product-family",
    label: "Product family",
    sentence: "The family of what is sold.",
    kind: "record",
  },
  {
    name: "pipeline",
    label: "Pipeline",
    sentence: "The pipeline that the opportunity runs through.",
    kind: "record",
  },
  {
    name: "stage",
    label: "Stage",
    sentence: "Where the opportunity stands on the day asked about.",
    kind: "record",
  },
  { name: "status", label: "Status", sentence: "Open, won or lost.", kind: "record" },
  {
    name: "forecast-category",
    label: "Forecast category",
    sentence: "Omitted, pipeline, best case, commit or closed.",
    kind: "record",
  },
  { name: "lead-source", label: "Lead source", sentence: "Where the opportunity came from.", kind: "record" },
  { name: "lost-reason", label: "Lost reason", sentence: "Why it was lost, as recorded.", kind: "record" },
  {
    name: "currency",
    label: "Currency",
    sentence: "The currency that the opportunity is kept in.",
    kind: "record",
  },
];
