/** The door to the screens of `people`. */

import "./organization/screens/people.css";
import { IconUsers } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";
import type { PersonPart } from "./organization/screens/PersonPage.tsx";

/** The pages of people; what stands to the right of them gives what a person's page shows of their records. */
export const peoplePagesWith = (
  records: () => Promise<{ readonly default: PersonPart }>,
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
      const [{ personPageWith }, { default: Records }] = await Promise.all([
        import("./organization/screens/PersonPage.tsx"),
        records(),
      ]);
      return { default: personPageWith(Records) };
    },
  },
];
