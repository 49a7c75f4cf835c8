/** One product: what it brings in, which opportunities have it, and everything that happened to it. */
import { useParams } from "@tanstack/react-router";
import { useAsk } from "#base/ui";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordPage } from "../../lists/screens/RecordPage.tsx";
import { getProduct, type ProductListed } from "../contract.ts";
import { ProductDetails, ProductFigures, ProductOpportunities } from "./ProductDetails.tsx";
import { productListSpec } from "./product-list.tsx";

export default function ProductPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getProduct, { params: { id } }, { keep: false });
  return (
    <RecordPage
      spec={productListSpec}
      id={id}
      of={asked}
      title={({ name }) => name}
      placed={placed}
      now={(product) => (
        <>
          <PastNotice>Figures and opportunities are as of today.</PastNotice>
          <ProductFigures product={product} />
        </>
      )}
      known={(product) => <ProductDetails product={product} />}
      rest={(product) => (
        <>
          <ProductOpportunities product={product} />
          <RecordHistory noun="product" id={id} />
        </>
      )}
    />
  );
}

/** "Wave buoys · WC-30" */
function placed(product: ProductListed): string {
  const said = [product.family, product.code, product.removedAt ? "removed" : null].filter(Boolean);
  return said.join(" · ") || "Nothing is said about its family.";
}
