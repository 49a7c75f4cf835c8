/** The list of activities: what it shows, how wide, and in which view it begins. */
import { DueMoment, useAskAll } from "#base/ui";
import type { ListSpec } from "../../lists/screens/list-spec.ts";
import { activityColumns } from "../columns.ts";
import { type ActivityListed, getActivities } from "../contract.ts";

export const activityListSpec: ListSpec<ActivityListed> = {
  noun: "activity",
  one: "activity",
  many: "Activities",
  hrefOf: (id) => `/activities?open=${id}`,
  columns: activityColumns,
  naming: "subject",
  person: "person",
  summed: "in all",
  whenEmpty: "They come with an import, or are added through the API.",
  standard: {
    filter: "and(done.is(false))",
    sort: "dueAt",
    group: "none",
    columns: "subject:pinned,kind,dueAt,person,opportunity,account,contact",
  },
  usePages: (questions) =>
    useAskAll(
      getActivities,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getActivities, { query }),
  cells: { dueAt: (row) => <DueMoment at={row.dueAt} open={row.doneAt === null} /> },
  widths: { subject: 260, kind: 90, dueAt: 150, person: 150, opportunity: 250, account: 200, contact: 160 },
};
