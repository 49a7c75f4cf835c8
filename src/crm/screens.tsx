/** The door to the screens of `crm`. */
import "./history/screens/history.css";
import "./imports/screens/imports.css";
import "./opportunities/screens/opportunities.css";
import { IconBuilding, IconDatabaseImport, IconTarget } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export { DropAnywhere } from "./imports/screens/DropAnywhere.tsx";

export const crmPages: readonly PageEntry[] = [
  {
    path: "/opportunities",
    title: "Opportunities",
    load: () => import("./opportunities/screens/OpportunitiesPage.tsx"),
    nav: { desk: "Records", icon: IconTarget, key: "o" },
  },
  {
    path: "/opportunities/$id",
    title: "Opportunity",
    load: () => import("./opportunities/screens/OpportunityPage.tsx"),
  },
  {
    path: "/accounts",
    title: "Accounts",
    load: () => import("./accounts/screens/AccountsPage.tsx"),
    nav: { desk: "Records", icon: IconBuilding, key: "a" },
  },
  { path: "/accounts/$id", title: "Account", load: () => import("./accounts/screens/AccountPage.tsx") },
  {
    path: "/import",
    title: "Import",
    load: () => import("./imports/screens/ImportPage.tsx"),
    nav: { desk: "Records", icon: IconDatabaseImport, key: "i" },
  },
];
