/** The panels about the pipeline, fetched together: a few small files one by one would take longer. */
export { default as ByStagePanel } from "./ByStagePanel.tsx";
export { default as MovementPanel } from "./MovementPanel.tsx";
export { default as PipelinePanel } from "./PipelinePanel.tsx";
export { default as SincePanel } from "./SincePanel.tsx";
