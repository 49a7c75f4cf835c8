/** The panels that most desks begin with, fetched together: a few small files one by one would take longer. */
export { default as CoveragePanel } from "./CoveragePanel.tsx";
export { default as ForecastPanel } from "./ForecastPanel.tsx";
export { default as NextQuarterPanel } from "./NextQuarterPanel.tsx";
export { default as TargetPanel } from "./TargetPanel.tsx";
export { CostPanel, PacePanel, PromisesPanel } from "./WatchedPanels.tsx";
