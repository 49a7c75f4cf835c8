/** The door to the screens of `people`. */

import "./audit/screens/audit.css";
import "./candidates/screens/candidates.css";
import "./careers/screens/careers.css";
import "./organization/reassignment/screens/reassignment.css";
import "./organization/screens/chart/chart.css";
import "./organization/screens/people.css";
import "./roles/screens/roles.css";
import { IconIdBadge2, IconStairsUp, IconUserSearch, IconUsers } from "@tabler/icons-react";
import type { PageEntry } from "#base/ui";
import type * as AuditParts from "./audit/screens/AuditParts.tsx";
import type { PersonPart, WorkPart } from "./organization/screens/PersonPage.tsx";
import type { RolePart } from "./roles/screens/RolePage.tsx";

/** What the page of the audit log is made of, for the settings, among which it stands. */
export type AuditPageParts = typeof AuditParts;
export const auditPageParts = (): Promise<AuditPageParts> => import("./audit/screens/AuditParts.tsx");

const hiringPages: readonly PageEntry[] = [
  {
    path: "/candidates",
    title: "Candidates",
    load: () => import("./candidates/screens/CandidatesPage.tsx"),
    nav: { desk: "People", icon: IconUserSearch },
    help: {
      answers: "Who is considered for which role, what interviewers saw, and what was decided why.",
      can: [
        "Add a candidate: what the role's profile asks for becomes the score sheet.",
        "Fill your own sheet; you see those of others once yours is handed in.",
        "Lay the candidates for a role side by side, with the evidence behind each level.",
        "Remove what is personal, for good, when it is due to go.",
      ],
    },
  },
  {
    path: "/candidates/beside",
    title: "Candidates side by side",
    load: () => import("./candidates/screens/BesidePage.tsx"),
  },
  {
    path: "/candidates/$id",
    title: "Candidate",
    load: () => import("./candidates/screens/CandidatePage.tsx"),
  },
  {
    path: "/careers",
    title: "Careers",
    load: () => import("./careers/screens/CareersPage.tsx"),
    nav: { desk: "People", icon: IconStairsUp },
    help: {
      answers: "What each level of a career asks for, who is ready for what, and what is missing.",
      can: [
        "Choose a ladder to read what shows each competence at each level.",
        "Put on record what somebody was seen to do, and which level it shows.",
        "Press a person to see their way: what is missing, and the evidence.",
      ],
    },
  },
];

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
  ...hiringPages,
];
