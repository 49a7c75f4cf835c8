/** The waterfall's steps as a table, in step with the chart. */
import { type Column, Count, DataTable, formatMoney, Section } from "#base/ui";
import { type Step, signedAmount, stepKind } from "./steps.ts";
import type { Waterfall } from "./WaterfallFinding.tsx";

export function WaterfallTable(props: {
  answer: Waterfall;
  open: string | undefined;
  onOpen: (step: string | undefined) => void;
}) {
  const { currency } = props.answer;
  const columns: Column<Step>[] = [
    {
      id: "step",
      header: "Step",
      width: 150,
      cell: (step) => <span className="qd-strong">{stepKind(step.name).label}</span>,
    },
    {
      id: "what",
      header: "What it holds",
      wideOnly: true,
      cell: (step) => <span className="qd-dim">{stepKind(step.name).sentence}</span>,
    },
    {
      id: "count",
      header: "Opportunities",
      align: "right",
      width: 124,
      wideOnly: true,
      cell: (step) => <Count count={step.count} />,
    },
    {
      id: "amount",
      header: "Amount",
      align: "right",
      width: 150,
      cell: (step) => (
        <span className="qd-number">
          {formatMoney(String(signedAmount(step)), currency).replace("-", "−")}
        </span>
      ),
    },
  ];
  return (
    <Section flush label="The steps of the waterfall">
      <DataTable
        label="The steps of the waterfall"
        columns={columns}
        rows={props.answer.steps}
        rowKey={(step) => step.name}
        openKey={props.open}
        onOpen={(step) => props.onOpen(step.name === props.open ? undefined : step.name)}
      />
      {props.answer.notes.length > 0 ? (
        <ul className="qd-notes qd-notes-below">
          {props.answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
