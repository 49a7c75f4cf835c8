/** The door to the screens of `run`. */
import "./pipeline/screens/pipeline.css";
import { IconArrowsDiff, IconChartAreaLine } from "@tabler/icons-react";
import type { HomePanel, PageEntry } from "#base/ui";

export { useLastVisit } from "./pipeline/screens/panels/use-visits.ts";
export { usePipelineYear } from "./pipeline/screens/use-pipeline-year.ts";

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

const rights = ["analytics.read"] as const;
const panels = () => import("./pipeline/screens/panels/pipeline-panels.ts");

export const homePanels: readonly HomePanel[] = [
  {
    key: "pipeline",
    question: "How large is the open pipeline?",
    rights,
    width: "two-thirds",
    height: { desk: 356, phone: 404 },
    load: async () => ({ default: (await panels()).PipelinePanel }),
  },
  {
    key: "by-stage",
    question: "In which stages does the pipeline stand?",
    rights,
    width: "third",
    height: { desk: 356, phone: 356 },
    load: async () => ({ default: (await panels()).ByStagePanel }),
  },
  {
    key: "movement",
    question: "What moved the pipeline?",
    rights,
    width: "half",
    height: { desk: 350, phone: 394 },
    load: async () => ({ default: (await panels()).MovementPanel }),
  },
  {
    key: "since",
    question: "What changed since the last visit?",
    rights,
    width: "full",
    height: { desk: 238, phone: 860 },
    load: async () => ({ default: (await panels()).SincePanel }),
  },
];
