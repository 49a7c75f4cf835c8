/** What a product brings in, what is known of it, and the opportunities that have it. */
import { Amount, Figure, formatCount, Section, useWorkspace } from "#base/ui";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import { RelatedOpportunities } from "../../opportunities/screens/RelatedOpportunities.tsx";
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

export function ProductOpportunities({ product }: { product: ProductListed }) {
  return (
    <RelatedOpportunities
      filter={`products.one-of(${product.id})`}
      sort="status,-amount"
      none="No opportunity has this product yet."
    />
  );
}
