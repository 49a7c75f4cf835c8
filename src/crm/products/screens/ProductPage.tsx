/** One product: what it brings in, which opportunities have it, and everything that happened to it. */
import { useParams } from "@tanstack/react-router";
import { Answer, Page, useAsk } from "#base/ui";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { getProduct } from "../contract.ts";
import { ProductDetails, ProductFigures, ProductOpportunities } from "./ProductDetails.tsx";

export default function ProductPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getProduct, { params: { id } }, { keep: false });
  const product = asked.data;
  const said = [product?.family, product?.code, product?.removedAt ? "removed" : null].filter(Boolean);
  return (
    <Page
      back
      title={product?.name ?? "…"}
      finding={product ? said.join(" · ") || "Nothing is said about its family." : "…"}
      main={<Answer of={asked}>{(data) => <ProductFigures product={data} />}</Answer>}
      table={
        product ? (
          <div className="qd-record">
            <div className="qd-record-side">
              <ProductDetails product={product} />
              <ProductOpportunities product={product} />
            </div>
            <RecordHistory noun="product" id={id} />
          </div>
        ) : null
      }
    />
  );
}
