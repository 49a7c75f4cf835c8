/** Every page of the app, as the capabilities offer them. */

import { IconHome, IconSettings } from "@tabler/icons-react";
import { analyticsPages } from "#analytics/screens";
import type { PageEntry } from "#base/ui";
import { crmPages } from "#crm/screens";
import { peoplePages } from "#people/screens";
import { runPages } from "#run/screens";

export const pages: readonly PageEntry[] = [
  {
    path: "/",
    title: "Home",
    load: () => import("./home/HomePage.tsx"),
    nav: { desk: "Home", icon: IconHome, key: "h" },
  },
  ...runPages,
  ...analyticsPages,
  ...crmPages,
  ...peoplePages,
  {
    path: "/settings",
    title: "Settings",
    load: () => import("./settings/SettingsPage.tsx"),
    nav: { desk: "Settings", icon: IconSettings, key: "s" },
  },
];
