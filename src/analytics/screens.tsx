/** The door to the screens of `analytics`. */
import "./measures/screens/measures.css";
import { IconMathFunction } from "@tabler/icons-react";
import type { HomePanel, PageEntry } from "#base/ui";

/** What a role's page shows of the measures by which the role is seen. */
export const roleScorecard = () => import("./measures/screens/RoleScorecard.tsx");

export const analyticsPages: readonly PageEntry[] = [
  {
    path: "/measures",
    title: "Measures",
    load: () => import("./measures/screens/MeasuresPage.tsx"),
    nav: { desk: "Operations", icon: IconMathFunction, key: "m" },
  },
  { path: "/measures/$name", title: "Measure", load: () => import("./measures/screens/MeasurePage.tsx") },
];

const outlook = () => import("./measures/screens/panels/outlook.ts");
const figures = ["analytics.read"] as const;
const planned = ["analytics.read", "plan.read"] as const;

export const homePanels: readonly HomePanel[] = [
  {
    key: "target",
    question: "Will bookings reach the target?",
    rights: planned,
    width: "two-thirds",
    height: { desk: 248, phone: 379 },
    load: async () => ({ default: (await outlook()).TargetPanel }),
  },
  {
    key: "coverage",
    question: "Is the pipeline enough for the target?",
    rights: planned,
    width: "third",
    height: { desk: 230, phone: 222 },
    load: async () => ({ default: (await outlook()).CoveragePanel }),
  },
  {
    key: "forecast",
    question: "What is this quarter likely to bring?",
    rights: planned,
    width: "two-thirds",
    height: { desk: 288, phone: 325 },
    load: async () => ({ default: (await outlook()).ForecastPanel }),
  },
  {
    key: "next-quarter",
    question: "How does the next quarter begin?",
    rights: planned,
    width: "third",
    height: { desk: 242, phone: 242 },
    load: async () => ({ default: (await outlook()).NextQuarterPanel }),
  },
  {
    key: "pace",
    question: "Is more won, and faster?",
    rights: figures,
    width: "half",
    height: { desk: 176, phone: 258 },
    load: async () => ({ default: (await outlook()).PacePanel }),
  },
  {
    key: "promises",
    question: "Are close dates kept?",
    rights: figures,
    width: "half",
    height: { desk: 176, phone: 258 },
    load: async () => ({ default: (await outlook()).PromisesPanel }),
  },
  {
    key: "cost",
    question: "What does selling cost?",
    rights: planned,
    width: "half",
    height: { desk: 176, phone: 258 },
    load: async () => ({ default: (await outlook()).CostPanel }),
  },
  {
    key: "stuck",
    question: "Which opportunities are stuck?",
    rights: ["analytics.read", "records.read"],
    width: "half",
    height: { desk: 330, phone: 374 },
    load: () => import("./measures/screens/panels/StuckPanel.tsx"),
  },
  {
    key: "people",
    question: "Where does everybody stand this quarter?",
    rights: planned,
    width: "full",
    height: { desk: 356, phone: 356 },
    load: () => import("./measures/screens/panels/PeoplePanel.tsx"),
  },
  {
    key: "measures",
    question: "How are the measures that I watch?",
    rights: figures,
    width: "full",
    height: { desk: 290, phone: 718 },
    load: () => import("./measures/screens/panels/WatchPanel.tsx"),
  },
];
