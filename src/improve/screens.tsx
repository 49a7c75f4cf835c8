/** The door to the screens of `improve`. */
import "./adviser/screens/adviser.css";
import { IconUserQuestion } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export const improvePages: readonly PageEntry[] = [
  {
    path: "/adviser",
    title: "Which leader do we need?",
    load: () => import("./adviser/screens/AdviserPage.tsx"),
    nav: { desk: "Strategy", icon: IconUserQuestion, label: "Adviser", key: "l" },
    help: {
      answers:
        "Which leader of sales operations the company needs, how firm that is, and what would change it.",
      can: [
        "Answer what you know; what you leave open is read from your data or assumed, and says so.",
        "Open “What matters how much” to weigh the criteria your own way.",
        "Save an advice under a title, and compare two.",
        "Print the page: it comes out as a paper for whoever decides.",
      ],
    },
  },
  {
    path: "/adviser/saved/$id",
    title: "Saved advice",
    load: () => import("./adviser/screens/SavedAdvicePage.tsx"),
  },
  {
    path: "/adviser/compare",
    title: "Two advices compared",
    load: () => import("./adviser/screens/ComparePage.tsx"),
  },
];
