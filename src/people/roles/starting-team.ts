/** The roles around the two leaders, in outline: what a company would fill in for itself. */
import { type Line, type StartingProfile, sectionsOf } from "./role.ts";

const lines = (...texts: string[]): Line[] => texts.map((text) => ({ text }));

export const teamProfiles: readonly StartingProfile[] = [
  {
    key: "operations-analyst",
    name: "Sales operations analyst",
    level: "Specialist",
    sections: sectionsOf({
      focus: lines("Figures that can be trusted, and what follows from them"),
      duties: [
        { text: "Answers questions about pipeline, forecast and performance", place: "/measures" },
        { text: "Explains what moved the pipeline", place: "/pipeline/moved" },
      ],
      technical: lines("Analyses data, and says what they mean", "Spreadsheets and queries"),
      reportsTo: lines("Director of Sales Operations"),
      nextSteps: lines("Senior analyst", "Director of Sales Operations"),
      impact: [{ text: "Opportunities do not lie about in a stage", measure: "stage-age" }],
    }),
  },
  {
    key: "crm-administrator",
    name: "CRM administrator",
    level: "Specialist",
    sections: sectionsOf({
      focus: lines("A CRM that people use because it helps them"),
      duties: [
        { text: "Sets up stages, fields and teams", place: "/settings/pipelines" },
        { text: "Brings data in, and takes back what went wrong", place: "/import" },
      ],
      technical: lines("CRM and tools of sales"),
      reportsTo: lines("Director of Sales Operations"),
      nextSteps: lines("Director of Sales Operations"),
    }),
  },
  {
    key: "support-specialist",
    name: "Sales support specialist",
    level: "Specialist",
    sections: sectionsOf({
      focus: lines("Sellers who are never stuck for long"),
      duties: [
        ...lines("Helps sellers with quotes, records and tools"),
        { text: "Corrects records that are wrong or incomplete", place: "/opportunities" },
      ],
      reportsTo: lines("Director of Sales Operations"),
      nextSteps: lines("CRM administrator", "Sales operations analyst"),
    }),
  },
  {
    key: "enablement-manager",
    name: "Sales enablement manager",
    level: "Manager",
    sections: sectionsOf({
      focus: lines("Sellers who know what to say and do"),
      duties: lines("Runs onboarding and training", "Keeps playbooks and material in order"),
      reportsTo: lines("VP of Sales Operations"),
      impact: [{ text: "Higher win rates", measure: "win-rate" }],
    }),
  },
  {
    key: "sales-manager",
    name: "Sales manager",
    level: "Manager",
    sections: sectionsOf({
      focus: lines("A team that makes its number"),
      duties: [
        { text: "Goes through the team's pipeline, opportunity by opportunity", place: "/pipeline" },
        { text: "Says what the team will close", place: "/pipeline" },
        ...lines("Coaches sellers"),
      ],
      leads: lines("Sales representatives"),
      impact: [
        { text: "The team's bookings", measure: "bookings" },
        { text: "Close dates are kept, not pushed", measure: "push-rate" },
      ],
    }),
  },
  {
    key: "sales-representative",
    name: "Sales representative",
    level: "Individual contributor",
    sections: sectionsOf({
      focus: lines("Customers who buy"),
      duties: [
        { text: "Finds opportunities and wins them", place: "/opportunities" },
        { text: "Keeps accounts, contacts and activities up to date", place: "/activities" },
      ],
      reportsTo: lines("Sales manager"),
      nextSteps: lines("Senior representative", "Sales manager"),
      impact: [
        { text: "Own bookings", measure: "bookings" },
        { text: "Higher win rates", measure: "win-rate" },
      ],
    }),
  },
];
