/** The products on the opportunity. */
import { Amount, type Column, DataTable, Section } from "#base/ui";
import type { OpportunityDetail } from "../contract.ts";

type Line = OpportunityDetail["lines"][number];

export function Lines({ opportunity }: { opportunity: OpportunityDetail }) {
  if (opportunity.lines.length === 0) return null;
  const { currency, amount } = opportunity.amount;
  const columns: Column<Line>[] = [
    { id: "product", header: "Product", value: (line) => line.product.name, total: "Opportunity" },
    {
      id: "quantity",
      header: "Quantity",
      align: "right",
      width: 92,
      value: (line) => Number(line.quantity),
      cell: (line) => Number(line.quantity).toLocaleString("en"),
    },
    {
      id: "amount",
      header: "Amount",
      align: "right",
      width: 124,
      value: (line) => Number(line.amount?.amount ?? 0),
      cell: (line) => (
        <Amount amount={line.amount?.amount ?? null} currency={line.amount?.currency ?? currency} full />
      ),
      total: <Amount amount={amount} currency={currency} full />,
    },
  ];
  return (
    <Section flush title="Products">
      <DataTable
        label="Products on the opportunity"
        columns={columns}
        rows={opportunity.lines}
        rowKey={(line) => line.id}
        maxHeight="300px"
      />
    </Section>
  );
}
