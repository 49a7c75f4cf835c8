/** What a product brings in, what is known of it, and the opportunities that have it. */
import {
  Amount,
  type Column,
  Day,
  Figure,
  formatCount,
  Section,
  Status,
  useAsk,
  useWorkspace,
} from "#base/ui";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import { Related } from "../../lists/screens/Related.tsx";
import { getOpportunities, type OpportunityListed } from "../../opportunities/contract.ts";
import type { ProductListed } from "../contract.ts";

export function ProductFigures({ product }: { product: ProductListed }) {
  const { currency } = useWorkspace();
  const { listPrice, openPipeline, wonTotal, opportunities } = product;
  return (
    <div className="qd-figures">
      <Figure label="List price">
        <Amount amount={listPrice?.amount ?? null} currency={listPrice?.currency ?? currency} full />
      </Figure>
      <Figure label="Open pipeline">
        <Amount amount={openPipeline?.amount ?? "0"} currency={openPipeline?.currency ?? currency} />
      </Figure>
      <Figure label="Won in all">
        <Amount amount={wonTotal?.amount ?? "0"} currency={wonTotal?.currency ?? currency} />
      </Figure>
      <Figure label="Opportunities">{formatCount(opportunities)}</Figure>
    </div>
  );
}

export function ProductDetails({ product }: { product: ProductListed }) {
  return (
    <Section title="Details">
      <RecordFacts
        noun="product"
        one="product"
        record={product}
        show={["name", "code", "family", "listPrice"]}
      />
    </Section>
  );
}

const columns: Column<OpportunityListed>[] = [
  {
    id: "name",
    header: "Opportunity",
    value: (row) => row.name,
    cell: (row) => <span className="qd-strong">{row.name}</span>,
  },
  {
    id: "status",
    header: "Status",
    width: 92,
    wideOnly: true,
    value: (row) => row.status,
    cell: (row) => <Status status={row.status} />,
  },
  {
    id: "amount",
    header: "Amount",
    align: "right",
    width: 116,
    value: (row) => Number(row.amount.amount ?? 0),
    cell: (row) => <Amount amount={row.amount.amount} currency={row.amount.currency} full />,
  },
  {
    id: "close",
    header: "Close date",
    align: "right",
    width: 112,
    wideOnly: true,
    value: (row) => row.closeOn,
    cell: (row) => <Day day={row.closeOn} />,
  },
];

export function ProductOpportunities({ product }: { product: ProductListed }) {
  const filter = `products.one-of(${product.id})`;
  const asked = useAsk(getOpportunities, { query: { filter, sort: "status,-amount", limit: 100 } });
  return (
    <Related
      of={asked}
      one="opportunity"
      many="opportunities"
      columns={columns}
      hrefOf={(row) => `/opportunities/${row.id}`}
      all={`/opportunities?filter=and(${filter})`}
      none="No opportunity has this product yet."
    />
  );
}
