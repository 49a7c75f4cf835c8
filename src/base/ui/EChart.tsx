/** An ECharts drawing that follows the colour scheme and its own width. The chart code comes when it is first needed. */
import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useEffect, useRef, useState } from "react";

export interface ChartColors {
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
}

/** The colours of the page as they are now, for a canvas that cannot read CSS variables. */
function pageColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--qd-${name}`).trim();
  return {
    text: read("text"),
    dim: read("dim"),
    line: read("line"),
    surface: read("surface"),
    accent: read("accent"),
  };
}

export function EChart(props: {
  /** Makes the chart's options from the colours of the page. Keep it stable: a new one draws anew. */
  option: (colors: ChartColors) => EChartsCoreOption;
  height: number;
  label: string;
  /** Pressed anywhere in the drawing: which step of the horizontal axis, which series if any. */
  onPress?: ((at: { index: number; series: string | null }) => void) | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const [ready, setReady] = useState(false);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const press = useRef(props.onPress);
  press.current = props.onPress;

  useEffect(() => {
    let gone = false;
    void import("./echarts.ts").then(({ init }) => {
      if (gone || !place.current) return;
      const made = init(place.current, null, { renderer: "canvas" });
      chart.current = made;
      listen(made, (at) => press.current?.(at));
      setReady(true);
    });
    const watch = new ResizeObserver(() => chart.current?.resize());
    if (place.current) watch.observe(place.current);
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready || !scheme) return;
    const textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
    const look = { animation: !still, animationDuration: 240, textStyle };
    chart.current?.setOption({ ...look, ...props.option(pageColors()) }, true);
  }, [ready, props.option, scheme, still]);

  return (
    <div
      ref={place}
      className="qd-echart"
      style={{ height: props.height, cursor: props.onPress ? "pointer" : undefined }}
      role="img"
      aria-label={props.label}
    />
  );
}

/** Any press inside the axes counts, not only one that hits a line. */
function listen(chart: EChartsType, told: (at: { index: number; series: string | null }) => void): void {
  let series: string | null = null;
  chart.on("mousedown", (event) => {
    series = (event as { seriesName?: string }).seriesName ?? null;
  });
  chart.getZr().on("click", (event: { offsetX: number; offsetY: number }) => {
    const point = [event.offsetX, event.offsetY];
    if (!chart.containPixel({ gridIndex: 0 }, point)) return;
    const at = chart.convertFromPixel({ gridIndex: 0 }, point);
    const index = Math.round(Number(Array.isArray(at) ? at[0] : at));
    told({ index, series });
    series = null;
  });
}
