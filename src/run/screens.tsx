/** The door to the screens of `run`. */
import "./pipeline/screens/pipeline.css";
import { IconArrowsDiff, IconChartAreaLine } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export { trendFinding } from "./pipeline/screens/trend-finding.ts";
export { trendWindow } from "./pipeline/screens/trend-window.ts";

export const runPages: readonly PageEntry[] = [
  {
    path: "/pipeline",
    title: "Pipeline",
    load: () => import("./pipeline/screens/PipelinePage.tsx"),
    nav: { desk: "Operations", icon: IconChartAreaLine, key: "p" },
  },
  {
    path: "/pipeline/moved",
    title: "What moved",
    load: () => import("./pipeline/screens/WaterfallPage.tsx"),
    nav: { desk: "Operations", icon: IconArrowsDiff, key: "w" },
  },
];
