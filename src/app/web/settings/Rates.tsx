/** What one unit of each currency is worth, from which day on. */
import { type Column, DataTable, Day, Empty } from "#base/ui";

interface Rate {
  readonly id: string;
  readonly currency: string;
  readonly startsOn: string;
  readonly rate: string;
}

export function Rates({ rates }: { rates: { readonly currency: string; readonly items: readonly Rate[] } }) {
  if (rates.items.length === 0) {
    return (
      <Empty title="One currency so far">
        When records in another currency arrive, their dated rates stand here.
      </Empty>
    );
  }
  const columns: Column<Rate>[] = [
    { id: "currency", header: "One unit of", value: (rate) => rate.currency },
    {
      id: "from",
      header: "From",
      value: (rate) => rate.startsOn,
      cell: (rate) => <Day day={rate.startsOn} />,
    },
    {
      id: "rate",
      header: `Is worth in ${rates.currency}`,
      align: "right",
      value: (rate) => Number(rate.rate),
      cell: (rate) => rate.rate.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, ""),
    },
  ];
  return (
    <DataTable
      label="Exchange rates"
      columns={columns}
      rows={rates.items}
      rowKey={(rate) => rate.id}
      sort={{ id: "from", desc: true }}
      maxHeight="300px"
    />
  );
}
