/** The pipeline by a dimension as bars in a table; a row opens exactly its opportunities. */

import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import {
  Amount,
  BarCell,
  type Column,
  Count,
  DataTable,
  Empty,
  formatDay,
  formatRate,
  headline,
  Percent,
  useDimensionLabel,
} from "#base/ui";
import { colorOf, type Series } from "./trend-series.ts";

interface Row {
  readonly key: string;
  readonly count: number;
  readonly amount: string;
  readonly currency: string;
}
interface PipelineAnswer {
  readonly by: string;
  readonly rows: readonly Row[];
  readonly total: { readonly count: number; readonly amount: string; readonly currency: string };
  readonly notes: readonly string[];
}

export function PipelineBreakdown(props: {
  answer: PipelineAnswer;
  series: readonly Series[];
  /** The first day of which anything is known. */
  earliest: string | null;
  open: string | undefined;
  onOpen: (key: string | undefined) => void;
}) {
  const { answer, series } = props;
  const label = useDimensionLabel(answer.by);
  const columns = useMemo(() => columnsOf(answer, label, series), [answer, label, series]);
  const rows = answer.rows.filter((row) => row.count > 0);
  if (rows.length === 0) return <NothingOpen earliest={props.earliest} />;
  return (
    <>
      <DataTable
        label={`The open pipeline by ${label.toLowerCase()}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        openKey={props.open}
        onOpen={(row) => props.onOpen(row.key === props.open ? undefined : row.key)}
      />
      {answer.notes.length > 0 ? (
        <ul className="qd-notes qd-notes-below">
          {answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function columnsOf(answer: PipelineAnswer, label: string, series: readonly Series[]): Column<Row>[] {
  const whole = Number(answer.total.amount);
  const largest = Math.max(...answer.rows.map((row) => Number(row.amount)), 0);
  return [
    {
      id: "key",
      header: label,
      value: (row) => row.key,
      cell: (row) => (
        <span className="qd-keyed">
          <i style={{ background: colorOf(series, row.key) }} />
          <span className="qd-truncate">{answer.by === "status" ? headline(row.key) : row.key}</span>
        </span>
      ),
      total: "Total",
    },
    {
      id: "bar",
      header: "",
      wideOnly: true,
      cell: (row) => (
        <BarCell part={largest > 0 ? Number(row.amount) / largest : 0} color={colorOf(series, row.key)} />
      ),
    },
    {
      id: "amount",
      header: "Amount",
      align: "right",
      width: 112,
      value: (row) => Number(row.amount),
      cell: (row) => <Amount amount={row.amount} currency={row.currency} className="qd-strong" />,
      total: <Amount amount={answer.total.amount} currency={answer.total.currency} />,
    },
    {
      id: "share",
      header: "Share",
      align: "right",
      width: 84,
      wideOnly: true,
      value: (row) => Number(row.amount),
      cell: (row) => <Percent rate={whole > 0 ? Number(row.amount) / whole : null} />,
      total: formatRate(1),
    },
    {
      id: "count",
      header: "Opportunities",
      align: "right",
      width: 124,
      value: (row) => row.count,
      cell: (row) => <Count count={row.count} />,
      total: <Count count={answer.total.count} />,
    },
  ];
}

function NothingOpen({ earliest }: { earliest: string | null }) {
  return (
    <Empty
      title="Nothing was open on this day"
      action={
        <Link to={"/import" as "/"} className="qd-link">
          Import opportunities
        </Link>
      }
    >
      {earliest
        ? `The records begin on ${formatDay(earliest)}: choose a day in the header, or take a filter away.`
        : "There are no records yet: bring your CRM's export in, or look at the sample company."}
    </Empty>
  );
}
