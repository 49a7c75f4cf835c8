/** The frame of every chart: a title that states the finding, the chart, and the same figures as a table. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function ChartFrame(props: {
  title: ReactNode;
  /** What the chart shows, for who cannot see it. */
  description: string;
  table: ChartTable;
  legend?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="qd-section qd-chart" aria-label={props.description}>
      <div className="qd-section-head">
        <h2>{props.title}</h2>
        <div className="qd-section-side">
          {props.side}
          <Tooltip label={asTable ? "Show the chart" : "Show as a table"}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={asTable ? "Show the chart" : "Show as a table"}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? <IconChartBar size={15} /> : <IconTable size={15} />}
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {asTable ? (
        <PlainTable label={props.description} table={props.table} />
      ) : (
        <>
          {props.legend}
          {props.children}
        </>
      )}
    </section>
  );
}

/** Names the colours of a chart; each is a button when pressing it means something. */
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

function PlainTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" style={{ maxHeight: 320 }} tabIndex={0} aria-label={label}>
      <table className="qd-table qd-plain">
        <caption className="qd-hidden">{label}</caption>
        <thead>
          <tr>
            {table.head.map((name, index) => (
              <th key={name} scope="col" data-align={index ? "right" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={table.head[index]} data-align={index ? "right" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
