/** Every page of the app, as the capabilities offer them, each with its help. */

import { IconHome, IconSettings } from "@tabler/icons-react";
import { analyticsPages, roleScorecard } from "#analytics/screens";
import type { PageEntry } from "#base/ui";
import { crmPages, personOpenWork, personRecords } from "#crm/screens";
import { improvePages } from "#improve/screens";
import { payPages } from "#pay/screens";
import { auditPageParts, peoplePagesWith } from "#people/screens";
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
  { path: "/settings/seats", title: "People who sign in", load: () => import("./settings/SeatsPage.tsx") },
  { path: "/settings/sign-in", title: "Your sign-in", load: () => import("./settings/OwnPage.tsx") },
  {
    path: "/settings/access-roles",
    title: "Access roles",
    load: () => import("./settings/AccessRolesPage.tsx"),
  },
  { path: "/settings/who-sees", title: "Who sees what", load: () => import("./settings/WhoSeesPage.tsx") },
  {
    path: "/settings/access",
    title: "Keys and sessions",
    load: () => import("./settings/AccessPage.tsx"),
  },
  {
    path: "/settings/audit",
    title: "Audit log",
    load: async () => {
      const [{ auditPageWith }, parts] = await Promise.all([
        import("./settings/AuditPage.tsx"),
        auditPageParts(),
      ]);
      return { default: auditPageWith(parts) };
    },
  },
  { path: "/settings/data", title: "Data and backup", load: () => import("./settings/UpkeepPage.tsx") },
  { path: "/settings/status", title: "Status", load: () => import("./settings/StatusPage.tsx") },
  { path: "/settings/api", title: "API", load: () => import("./api/ApiPage.tsx") },
  { path: "/sign-in", title: "Sign in", load: () => import("./sign-in/SignInPage.tsx") },
  { path: "/join", title: "Join", load: () => import("./sign-in/JoinPage.tsx") },
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
  ...payPages,
].map((page) => {
  const help = page.help ?? pageHelp[page.path];
  return help ? { ...page, help } : page;
});
