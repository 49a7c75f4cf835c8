/** The door to the screens of `pay`. */
import "./bands/screens/pay.css";
import { IconScale } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export const payPages: readonly PageEntry[] = [
  {
    path: "/pay",
    title: "Pay bands",
    load: () => import("./bands/screens/PayPage.tsx"),
    nav: { desk: "People", icon: IconScale },
    help: {
      answers: "What roles are paid, as each source says it, and where people's pay stands in it.",
      can: [
        "Add a band of your own: it stands beside those of the market, with your source and year.",
        "Press a band to see what it disagrees with, and to adjust it by a factor with its reason.",
        "State what somebody is paid from a day on to see their compa-ratio and how far they are in the range.",
      ],
    },
  },
];
