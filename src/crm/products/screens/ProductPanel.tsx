/** A product beside its list. */
import { Answer, Loading, useAsk } from "#base/ui";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordPanel } from "../../lists/screens/RecordPanel.tsx";
import type { OpenRecord } from "../../lists/screens/use-open-record.ts";
import { getProduct, type ProductListed } from "../contract.ts";
import { ProductDetails, ProductFigures, ProductOpportunities } from "./ProductDetails.tsx";

export function ProductPanel({ opened }: { opened: OpenRecord<ProductListed> }) {
  const { id = "" } = opened;
  const asked = useAsk(getProduct, { params: { id } });
  return (
    <RecordPanel
      opened={opened}
      label="Product"
      title={asked.data?.name ?? "…"}
      note={asked.data?.family}
      path={`/products/${id}`}
    >
      <Answer of={asked} loading={<Loading rows={10} />}>
        {(product) => (
          <>
            <ProductFigures product={product} />
            <ProductDetails product={product} />
            <ProductOpportunities product={product} />
            <RecordHistory noun="product" id={id} />
          </>
        )}
      </Answer>
    </RecordPanel>
  );
}
