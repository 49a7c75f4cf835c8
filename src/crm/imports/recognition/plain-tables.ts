/** Tables of no known CRM that link records: contacts of opportunities, teams, and who was in which team when. */
import type { Shape } from "./shape.ts";

const source = "csv";
const bookkeeping = { modifieddate: null, modified: null, rowguid: null };
const opportunityIds = ["opportunityid", "dealid"] as const;
const teamIds = ["teamid", "departmentid"] as const;
const personIds = ["employeeid", "personid", "userid", "repid"] as const;
const starts = { startdate: "startsOn", startson: "startsOn", from: "startsOn", validfrom: "startsOn" };
const ends = { enddate: "endsOn", endson: "endsOn", until: "endsOn", to: "endsOn", validto: "endsOn" };

/** Columns that make a row a record of its own. */
const ofRecords = ["name", "email", "firstname", "lastname", "subject", "amount", "stage", "dealstage"];

export const plainTableShapes: readonly Shape[] = [
  ...opportunityIds.map(
    (opportunity): Shape => ({
      source,
      object: "opportunity-contact",
      title: "contacts of opportunities",
      needs: [opportunity, "contactid"],
      never: [...ofRecords, "stagename", "activityid", "closedate", "whatid", "type"],
      telling: true,
      columns: {
        ...bookkeeping,
        id: "id",
        [opportunity]: "opportunity",
        contactid: "contact",
        role: "role",
        contactrole: "role",
        primary: "isPrimary",
        isprimary: "isPrimary",
      },
    }),
  ),
  ...teamIds.map(
    (team): Shape => ({
      source,
      object: "team",
      title: "teams",
      needs: [team, "name"],
      never: [...personIds, "email", "managerid", "amount", "dealid", "opportunityid"],
      telling: true,
      columns: {
        ...bookkeeping,
        [team]: "id",
        name: "name",
        groupname: "parent",
        parent: "parent",
        parentteam: "parent",
        division: "parent",
      },
    }),
  ),
  ...personIds.flatMap((person) =>
    teamIds.map(
      (team): Shape => ({
        source,
        object: "team-membership",
        title: "who was in which team",
        needs: [person, team],
        needsOne: Object.keys(starts),
        never: [...ofRecords, "managerid", "jobtitle", "title"],
        telling: true,
        columns: {
          ...bookkeeping,
          id: "id",
          membershipid: "id",
          [person]: "person",
          [team]: "team",
          ...starts,
          ...ends,
        },
      }),
    ),
  ),
];
