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

export const homePanels: readonly HomePanel[] = [
  {
    key: "measures",
    question: "How are the measures that I watch?",
    rights: ["analytics.read"],
    width: "full",
    height: { desk: 240, phone: 560 },
    load: () => import("./measures/screens/panels/WatchPanel.tsx"),
  },
];
