/** The door to the screens of `plan`. */

import { IconCoin, IconFlag } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export const planPages: readonly PageEntry[] = [
  {
    path: "/targets",
    title: "Targets",
    load: () => import("./targets/screens/TargetsPage.tsx"),
    nav: { desk: "Strategy", icon: IconFlag, key: "q" },
    help: {
      answers: "What the company and its people intend to book, period by period.",
      can: [
        "Press a target to change it, or to take it away.",
        "Coverage on the Measures page is told against it.",
      ],
    },
  },
  {
    path: "/costs",
    title: "Costs of selling",
    load: () => import("./budget/screens/CostsPage.tsx"),
    nav: { desk: "Strategy", icon: IconCoin, key: "x" },
    help: {
      answers: "What selling costs, by category and period.",
      can: ["Cost per opportunity and cost per sale on the Measures page are told from it."],
    },
  },
];
