/** The open pipeline, week by week, over the year that ends with the shown day. */
import { useAsk, useShownDay, useSlices, useToday } from "#base/ui";
import { pipelineTrend } from "../contract.ts";
import { trendWindow } from "./trend-window.ts";

export function usePipelineYear() {
  const { where } = useSlices();
  const { day } = useShownDay();
  const slice = where.length > 0 ? { where } : {};
  return useAsk(pipelineTrend, {
    query: { by: "status", grain: "week", ...trendWindow(day, useToday()), ...slice },
  });
}
