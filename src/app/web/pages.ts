/** Every page of the app, as the capabilities offer them, each with its help. */

import { IconHome, IconSettings } from "@tabler/icons-react";
import { analyticsPages } from "#analytics/screens";
import type { PageEntry } from "#base/ui";
import { crmPages } from "#crm/screens";
import { peoplePages } from "#people/screens";
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
    load: () => import("./settings/SettingsPage.tsx"),
    nav: { desk: "Settings", icon: IconSettings, key: "s" },
  },
  { path: "/parts", title: "Parts", load: () => import("./parts/PartsPage.tsx") },
];

export const pages: readonly PageEntry[] = [
  ...own,
  ...runPages,
  ...analyticsPages,
  ...crmPages,
  ...peoplePages,
].map((page) => {
  const help = page.help ?? pageHelp[page.path];
  return help ? { ...page, help } : page;
});
