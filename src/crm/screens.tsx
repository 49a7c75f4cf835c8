/** The door to the screens of `crm`. */
import "./handover/screens/handover.css";
import "./history/screens/history.css";
import "./imports/screens/imports.css";
import "./opportunities/screens/opportunities.css";
import {
  IconAddressBook,
  IconBuilding,
  IconChecklist,
  IconDatabaseImport,
  IconPackage,
  IconTarget,
} from "@tabler/icons-react";
import type { HomePanel, PageEntry } from "#base/ui";

export { DropAnywhere } from "./imports/screens/DropAnywhere.tsx";
export { useScopedFilter } from "./lists/screens/use-scoped.ts";

/** What a person's page shows of their records. */
export const personRecords = () => import("./opportunities/screens/PersonRecords.tsx");

/** What a person's page shows of what they still have to their name, with the way to hand it over. */
export const personOpenWork = () => import("./handover/screens/OpenWork.tsx");

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
    path: "/contacts",
    title: "Contacts",
    load: () => import("./contacts/screens/ContactsPage.tsx"),
    nav: { desk: "Records", icon: IconAddressBook, key: "c" },
  },
  { path: "/contacts/$id", title: "Contact", load: () => import("./contacts/screens/ContactPage.tsx") },
  {
    path: "/products",
    title: "Products",
    load: () => import("./products/screens/ProductsPage.tsx"),
    nav: { desk: "Records", icon: IconPackage, key: "d" },
  },
  { path: "/products/$id", title: "Product", load: () => import("./products/screens/ProductPage.tsx") },
  {
    path: "/activities",
    title: "Activities",
    load: () => import("./activities/screens/ActivitiesPage.tsx"),
    nav: { desk: "Records", icon: IconChecklist, key: "t" },
  },
  {
    path: "/import",
    title: "Import",
    load: () => import("./imports/screens/ImportPage.tsx"),
    nav: { desk: "Records", icon: IconDatabaseImport, key: "i" },
  },
];

const rights = ["records.read"] as const;

export const homePanels: readonly HomePanel[] = [
  {
    key: "queue",
    question: "What is to be done today?",
    rights,
    width: "half",
    height: { desk: 330, phone: 330 },
    load: () => import("./activities/screens/panels/QueuePanel.tsx"),
  },
  {
    key: "my-queue",
    question: "What do I have to do today?",
    rights,
    width: "half",
    height: { desk: 330, phone: 330 },
    load: async () => ({
      default: (await import("./activities/screens/panels/QueuePanel.tsx")).MyQueuePanel,
    }),
  },
  {
    key: "closing",
    question: "What should close this month?",
    rights,
    width: "half",
    height: { desk: 300, phone: 340 },
    load: () => import("./opportunities/screens/panels/ClosingPanel.tsx"),
  },
  {
    key: "my-closing",
    question: "Which of my opportunities should close this month?",
    rights,
    width: "half",
    height: { desk: 300, phone: 340 },
    load: async () => ({
      default: (await import("./opportunities/screens/panels/ClosingPanel.tsx")).MyClosingPanel,
    }),
  },
  {
    key: "hygiene",
    question: "What is missing in open opportunities?",
    rights,
    width: "half",
    height: { desk: 296, phone: 296 },
    load: () => import("./opportunities/screens/panels/HygienePanel.tsx"),
  },
];
