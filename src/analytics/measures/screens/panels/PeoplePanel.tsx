/** Where each person stands this quarter: booked, against their target, and what is still open to close in it. */

import { useNavigate } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  type Column,
  DataTable,
  Empty,
  Loading,
  Panel,
  type PanelProps,
  Percent,
  Person,
  periodLabel,
} from "#base/ui";
import { MeasureLink } from "./MeasureLink.tsx";
import { type Measured, useMeasure, useStretches } from "./use-figures.ts";

interface Standing {
  readonly key: string;
  readonly id: string | null;
  readonly booked: string | null;
  readonly attained: number | null;
  readonly missing: string | null;
  readonly open: string | null;
}

/** More people than these stand on the measure's page. */
const most = 8;

export default function PeoplePanel({ question }: PanelProps) {
  const { quarter } = useStretches();
  const days = { from: quarter.from, to: quarter.to };
  const span = { ...days, by: "person" };
  const booked = useMeasure("bookings", span);
  const attained = useMeasure("attainment", span);
  const missing = useMeasure("missing-to-target", span);
  const open = useMeasure("open-pipeline", span);
  const navigate = useNavigate();
  const all = [booked, attained, missing, open];
  const rows = all.every(({ data }) => data !== undefined)
    ? standings(booked.data, attained.data, missing.data, open.data)
    : undefined;
  const failed = all.find(({ error }) => error) ?? booked;
  const currency = booked.data?.currency ?? "USD";
  return (
    <Panel
      flush
      question={question}
      side={
        rows && rows.length > most ? (
          <MeasureLink name="attainment" {...days} by="person" className="qd-link">
            All {rows.length}
          </MeasureLink>
        ) : (
          <span className="qd-faint">{periodLabel(quarter.key)}</span>
        )
      }
    >
      <Answer of={{ ...failed, data: rows }} loading={<Loading rows={8} />}>
        {(people) =>
          people.length === 0 ? (
            <Empty title="Nobody has booked or opened anything for this quarter" />
          ) : (
            <DataTable
              label="People in this quarter"
              columns={columnsOf(currency)}
              rows={people.slice(0, most)}
              rowKey={(row) => row.key}
              onOpen={(row) => {
                if (row.id) void navigate({ to: "/people/$id" as "/", params: { id: row.id } as never });
              }}
            />
          )
        }
      </Answer>
    </Panel>
  );
}

/** Everybody who has a figure, by what is booked. */
function standings(...answers: readonly [Measured, Measured, Measured, Measured]): Standing[] {
  const ids = new Map<string, string | null>();
  for (const answer of answers) for (const row of answer?.rows ?? []) ids.set(row.key, row.id);
  const [booked, attained, missing, open] = answers;
  const of = (answer: Measured, key: string) => answer?.rows.find((row) => row.key === key)?.value ?? null;
  const text = (value: string | number | null) => (value === null ? null : String(value));
  const rows = [...ids].map(([key, id]): Standing => {
    const rate = of(attained, key);
    return {
      ...{ key, id, booked: text(of(booked, key)), attained: rate === null ? null : Number(rate) },
      ...{ missing: text(of(missing, key)), open: text(of(open, key)) },
    };
  });
  return rows.toSorted((a, b) => Number(b.booked ?? 0) - Number(a.booked ?? 0));
}

function columnsOf(currency: string): Column<Standing>[] {
  const money = (id: "booked" | "missing" | "open", header: string, wideOnly: boolean): Column<Standing> => ({
    id,
    header,
    align: "right",
    width: 132,
    ...(wideOnly ? { wideOnly } : {}),
    value: (row) => Number(row[id] ?? 0),
    cell: (row) => <Amount amount={row[id]} currency={currency} />,
  });
  return [
    {
      id: "person",
      header: "Person",
      value: (row) => row.key,
      cell: (row) => <Person name={row.key} />,
    },
    money("booked", "Booked", false),
    {
      id: "attained",
      header: "Of the target",
      align: "right",
      width: 120,
      value: (row) => row.attained,
      cell: (row) => <Percent rate={row.attained} />,
    },
    money("missing", "Missing", true),
    money("open", "Open, to close in it", true),
  ];
}
