/** The stages that most companies begin with, with their usual likelihoods. */
export const usualStages = [
  { name: "Qualification", probability: 0.1, forecastCategory: "pipeline" as const },
  { name: "Discovery", probability: 0.2, forecastCategory: "pipeline" as const },
  { name: "Proposal", probability: 0.5, forecastCategory: "best-case" as const },
  { name: "Negotiation", probability: 0.75, forecastCategory: "commit" as const },
  { name: "Closed won", outcome: "won" as const, probability: 1, forecastCategory: "closed" as const },
  { name: "Closed lost", outcome: "lost" as const, probability: 0, forecastCategory: "omitted" as const },
];
