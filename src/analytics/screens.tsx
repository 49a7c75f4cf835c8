/** The door to the screens of `analytics`. */
import "./measures/screens/measures.css";
import { IconMathFunction } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export { type Watchable, WatchedMeasure } from "./measures/screens/WatchedMeasure.tsx";

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
