/** The door to the screens of `people`. */

import "./organization/screens/people.css";
import { IconUsers } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";

export const peoplePages: readonly PageEntry[] = [
  {
    path: "/people",
    title: "People",
    load: () => import("./organization/screens/PeoplePage.tsx"),
    nav: { desk: "People", icon: IconUsers, key: "e" },
  },
];
