/** The measure by a dimension; a row opens the records behind it. */

import { useMemo } from "react";
import {
  BarCell,
  type Column,
  Count,
  DataTable,
  Empty,
  formatFigure,
  periodLabel,
  Section,
  useDimensionLabel,
} from "#base/ui";
import { intervalText, type MeasureAnswer } from "./MeasureFigure.tsx";

type Row = MeasureAnswer["rows"][number];

export function MeasureBreakdown(props: {
  answer: MeasureAnswer;
  open: string | undefined;
  onOpen: (key: string | undefined) => void;
}) {
  const { answer } = props;
  const label = useDimensionLabel(answer.by ?? "");
  const columns = useMemo(() => columnsOf(answer, label), [answer, label]);
  return (
    <Section flush label={`By ${label}`}>
      {answer.rows.length === 0 ? (
        <Empty title={answer.total.reason ?? "There is nothing in this period"}>
          Choose another period, or another day in the header.
        </Empty>
      ) : (
        <DataTable
          key={answer.by}
          label={`By ${label}`}
          columns={columns}
          rows={answer.rows}
          rowKey={(row) => row.key}
          openKey={props.open}
          sort={orderOf(answer)}
          onOpen={(row) => props.onOpen(row.key === props.open ? undefined : row.key)}
        />
      )}
    </Section>
  );
}

/** Sums are read from the largest; shares and medians from those with the most behind them; stages and time in order. */
function orderOf({ by, unit }: MeasureAnswer): { id: string; desc: boolean } | undefined {
  if (by === null || /^(stage|day|week|month|quarter|year)$/.test(by)) return undefined;
  return { id: unit === "money" || unit === "count" ? "value" : "n", desc: true };
}

function columnsOf(answer: MeasureAnswer, label: string): Column<Row>[] {
  const sizes = answer.rows.map((row) => Math.abs(Number(row.value ?? 0)));
  const largest = Math.max(...sizes, 0);
  const shown = (value: string | number | null, reason: string | null) =>
    value === null ? (
      <span className="qd-faint" title={reason ?? undefined}>
        –
      </span>
    ) : (
      <span className="qd-number qd-strong">{formatFigure(value, answer.unit, answer.currency)}</span>
    );
  return [
    {
      id: "key",
      header: label,
      value: (row) => row.key,
      cell: (row) => <span className="qd-strong">{periodLabel(row.key)}</span>,
      total: "All",
    },
    {
      id: "bar",
      header: "",
      wideOnly: true,
      cell: (row) =>
        row.value === null ? (
          <span className="qd-faint">{row.reason}</span>
        ) : (
          <BarCell part={largest > 0 ? Math.abs(Number(row.value)) / largest : 0} />
        ),
    },
    {
      id: "value",
      header: "Value",
      align: "right",
      width: 140,
      value: (row) => (row.value === null ? null : Number(row.value)),
      cell: (row) => shown(row.value, row.reason),
      total: shown(answer.total.value, answer.total.reason),
    },
    ...(answer.intervalMethod === null ? [] : [intervalColumn(answer)]),
    {
      id: "n",
      header: "n",
      align: "right",
      width: 90,
      value: (row) => row.n,
      cell: (row) => <Count count={row.n} />,
      total: <Count count={answer.total.n} />,
    },
  ];
}

/** Of shares of a count: where each likely lies, which few records leave wide. */
function intervalColumn({ total, intervalMethod }: MeasureAnswer): Column<Row> {
  const shown = (interval: Row["interval"]) =>
    interval === null ? null : (
      <span className="qd-number qd-dim" title={intervalMethod ?? undefined}>
        {intervalText(interval)}
      </span>
    );
  return {
    id: "interval",
    header: "Likely between",
    align: "right",
    width: 150,
    wideOnly: true,
    cell: (row) => shown(row.interval),
    total: shown(total.interval),
  };
}
