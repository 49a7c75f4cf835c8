/** Every page of the app, as the capabilities offer them, each with its help. */

import { IconHome, IconSettings } from "@tabler/icons-react";
import { analyticsPages, roleScorecard } from "#analytics/screens";
import type { PageEntry } from "#base/ui";
import { crmPages, personOpenWork, personRecords } from "#crm/screens";
import { improvePages } from "#improve/screens";
import { peoplePagesWith } from "#people/screens";
import { planPages } from "#plan/screens";
import { runPages } from "#run/screens";
import { pageHelp } from "./page-help.ts";

const own: readonly PageEntry[] = [
  {
    path: "/",
    title: "Home",
    load: () => import("./home/HomePage.tsx"),
    nav: { desk: "Home", icon: IconHome, key: "h" },
  },
  {
    path: "/settings",
    title: "Settings",
    load: () => import("./settings/CompanyPage.tsx"),
    nav: { desk: "Settings", icon: IconSettings, key: "s" },
  },
  { path: "/settings/currencies", title: "Currencies", load: () => import("./settings/CurrenciesPage.tsx") },
  {
    path: "/settings/pipelines",
    title: "Pipelines and stages",
    load: () => import("./settings/PipelinesPage.tsx"),
  },
  { path: "/settings/fields", title: "Custom fields", load: () => import("./settings/FieldsPage.tsx") },
  { path: "/settings/teams", title: "Teams and regions", load: () => import("./settings/TeamsPage.tsx") },
  {
    path: "/settings/access",
    title: "Keys and sessions",
    load: () => import("./settings/AccessPage.tsx"),
  },
  { path: "/settings/data", title: "Data and backup", load: () => import("./settings/UpkeepPage.tsx") },
  { path: "/settings/status", title: "Status", load: () => import("./settings/StatusPage.tsx") },
  { path: "/settings/api", title: "API", load: () => import("./api/ApiPage.tsx") },
  { path: "/welcome", title: "Welcome", load: () => import("./welcome/WelcomePage.tsx") },
  { path: "/parts", title: "Parts", load: () => import("./parts/PartsPage.tsx") },
];

export const pages: readonly PageEntry[] = [
  ...own,
  ...planPages,
  ...improvePages,
  ...runPages,
  ...analyticsPages,
  ...crmPages,
  ...peoplePagesWith(personRecords, personOpenWork, roleScorecard),
].map((page) => {
  const help = page.help ?? pageHelp[page.path];
  return help ? { ...page, help } : page;
});
