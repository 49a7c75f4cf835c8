/** The door to the screens of `people`. */

import "./organization/reassignment/screens/reassignment.css";
import "./organization/screens/chart/chart.css";
import "./organization/screens/people.css";
import "./roles/screens/roles.css";
import { IconIdBadge2, IconUsers } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";
import type { PersonPart, WorkPart } from "./organization/screens/PersonPage.tsx";
import type { RolePart } from "./roles/screens/RolePage.tsx";

/** The pages of people; what stands to the right of them gives a person's records and open work, and a role's scorecard. */
export const peoplePagesWith = (
  records: () => Promise<{ readonly default: PersonPart }>,
  openWork: () => Promise<{ readonly default: WorkPart }>,
  scorecard: () => Promise<{ readonly default: RolePart }>,
): readonly PageEntry[] => [
  {
    path: "/people",
    title: "People",
    load: () => import("./organization/screens/PeoplePage.tsx"),
    nav: { desk: "People", icon: IconUsers, key: "e" },
  },
  {
    path: "/people/$id",
    title: "Person",
    load: async () => {
      const [{ personPageWith }, { default: Records }, { default: OpenWork }] = await Promise.all([
        import("./organization/screens/PersonPage.tsx"),
        records(),
        openWork(),
      ]);
      return { default: personPageWith(Records, OpenWork) };
    },
  },
  {
    path: "/roles",
    title: "Roles",
    load: () => import("./roles/screens/RolesPage.tsx"),
    nav: { desk: "People", icon: IconIdBadge2 },
    help: {
      answers: "What is expected of each role in sales and sales operations, and by what it is seen.",
      can: [
        "Open a role: each duty leads to the page on which it is done, each impact to its measure.",
        "Change a role to what it is in your company; what came along stays to go back to.",
        "Lay two roles side by side to see what separates them.",
      ],
    },
  },
  { path: "/roles/compare", title: "Two roles", load: () => import("./roles/screens/CompareRolesPage.tsx") },
  {
    path: "/roles/$key",
    title: "Role",
    load: async () => {
      const [{ rolePageWith }, { default: Scorecard }] = await Promise.all([
        import("./roles/screens/RolePage.tsx"),
        scorecard(),
      ]);
      return { default: rolePageWith(Scorecard) };
    },
  },
];
