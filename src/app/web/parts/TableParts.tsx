/** A table with rows that open, totals and shares. */
import { useState } from "react";
import { Amount, BarCell, type Column, Count, DataTable, Person, Section } from "#base/ui";
import { Shown } from "./Shown.tsx";

interface Row {
  readonly name: string;
  readonly count: number;
  readonly amount: number;
}
const rows: readonly Row[] = [
  { name: "Ana Costa", count: 12, amount: 840_000 },
  { name: "Ben Ali", count: 9, amount: 512_300 },
  { name: "Cal Diaz", count: 4, amount: 98_250 },
];
const columns: Column<Row>[] = [
  {
    id: "name",
    header: "Person",
    value: (row) => row.name,
    cell: (row) => <Person name={row.name} />,
    total: "All",
  },
  { id: "bar", header: "", cell: (row) => <BarCell part={row.amount / 840_000} />, wideOnly: true },
  {
    id: "amount",
    header: "Amount",
    align: "right",
    width: 110,
    value: (row) => row.amount,
    cell: (row) => <Amount amount={String(row.amount)} currency="USD" />,
    total: <Amount amount="1450550" currency="USD" />,
  },
  {
    id: "count",
    header: "Opportunities",
    align: "right",
    width: 130,
    value: (row) => row.count,
    cell: (row) => <Count count={row.count} />,
    total: <Count count={25} />,
  },
];

export function TableParts() {
  const [open, setOpen] = useState<string | undefined>("Ben Ali");
  return (
    <Shown name="Rows that open, one of them open; sorted by a press on a head" wide>
      <Section flush label="Example of a table">
        <DataTable
          label="Example of a table"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.name}
          openKey={open}
          sort={{ id: "amount", desc: true }}
          onOpen={(row) => setOpen(row.name === open ? undefined : row.name)}
        />
      </Section>
    </Shown>
  );
}
