/** All products: filtered, sorted, grouped, scrolled through. */
import { RecordsPage } from "../../lists/screens/RecordsPage.tsx";
import { ProductPanel } from "./ProductPanel.tsx";
import { productListSpec } from "./product-list.tsx";

export default function ProductsPage() {
  return <RecordsPage spec={productListSpec} panel={(opened) => <ProductPanel opened={opened} />} />;
}
