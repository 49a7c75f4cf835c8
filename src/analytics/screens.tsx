/** The door to the screens of `analytics`. */
import "./measures/screens/measures.css";
import { IconMathFunction } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export { useQuarterly } from "./measures/screens/MeasureRow.tsx";

export const analyticsPages: readonly PageEntry[] = [
  {
    path: "/measures",
    title: "Measures",
    load: () => import("./measures/screens/MeasuresPage.tsx"),
    nav: { desk: "Operations", icon: IconMathFunction, key: "m" },
  },
  { path: "/measures/$name", title: "Measure", load: () => import("./measures/screens/MeasurePage.tsx") },
];
