/** The frame of every chart: a title that states the finding, the chart, the same figures as a table, and both to take along. */
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconChartBar, IconCopy, IconDots, IconPhoto, IconTable, IconVector } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { tell, tellFailed } from "../toast.tsx";
import { type ChartTable, PlainTable, tableText } from "./ChartTable.tsx";

export function ChartFrame(props: {
  /** The finding, as a sentence where it can be one. */
  title: ReactNode;
  /** What the chart shows, for who cannot see it; the name of its files. */
  description: string;
  table: ChartTable;
  legend?: ReactNode;
  side?: ReactNode;
  /** What the reader must know to read it rightly. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const other = asTable ? "Show the chart" : "Show as a table";
  return (
    <section className="qd-section qd-chart" aria-label={props.description}>
      <div className="qd-section-head">
        <h2>{props.title}</h2>
        <div className="qd-section-side">
          {props.side}
          <Tooltip label={other}>
            <ActionIcon
              size="sm"
              aria-label={other}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? <IconChartBar size={15} /> : <IconTable size={15} />}
            </ActionIcon>
          </Tooltip>
          <TakeAlong body={body} asTable={asTable} description={props.description} table={props.table} />
        </div>
      </div>
      {asTable ? (
        <PlainTable label={props.description} table={props.table} />
      ) : (
        <div ref={body}>
          {props.legend}
          {props.children}
          {props.note ? <p className="qd-chart-note">{props.note}</p> : null}
        </div>
      )}
    </section>
  );
}

/** The chart as a picture, or its figures for a spreadsheet. */
function TakeAlong(props: {
  body: RefObject<HTMLDivElement | null>;
  asTable: boolean;
  description: string;
  table: ChartTable;
}) {
  const picture = async (kind: "png" | "svg") => {
    const drawing = props.body.current?.querySelector<SVGSVGElement>("svg.qd-chart-svg, .qd-drawing svg");
    if (!drawing) return;
    try {
      const { downloadPicture } = await import("./picture.ts");
      await downloadPicture(drawing, props.description, kind);
    } catch (failure) {
      tellFailed(failure);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableText(props.table));
      tell("The figures are copied: paste them into a spreadsheet.");
    } catch (failure) {
      tellFailed(failure);
    }
  };
  return (
    <Menu position="bottom-end" width={210} shadow="md">
      <Menu.Target>
        <ActionIcon size="sm" aria-label="Take the chart along">
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPhoto size={15} />}
          disabled={props.asTable}
          onClick={() => void picture("png")}
        >
          Download as PNG
        </Menu.Item>
        <Menu.Item
          leftSection={<IconVector size={15} />}
          disabled={props.asTable}
          onClick={() => void picture("svg")}
        >
          Download as SVG
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          Copy the figures
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Names the colours of a chart. */
export function Legend({ entries }: { entries: readonly { label: string; color: string }[] }) {
  return (
    <ul className="qd-legend">
      {entries.map((entry) => (
        <li key={entry.label}>
          <i style={{ background: entry.color }} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
