/** The views that every workspace has from the start. Told from today and by fiscal periods, so that they stay right. */
import type { ListNoun } from "../lists/list-noun.ts";

/** What a view differs in from the list's usual one. */
export interface StandardView {
  readonly key: string;
  readonly name: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly group?: string;
  readonly columns?: string;
}

export const standardViews: Readonly<Record<ListNoun, readonly StandardView[]>> = {
  opportunity: [
    { key: "open", name: "Open" },
    { key: "mine", name: "Mine, open", filter: "and(status.one-of(open),owner.one-of(me))" },
    {
      key: "this-quarter",
      name: "Closing this quarter",
      filter: "and(status.one-of(open),closeOn.in(this-quarter))",
      sort: "closeOn,-amount",
    },
    {
      key: "past",
      name: "Past their close date",
      filter: "and(status.one-of(open),closeOn.before(today))",
      sort: "closeOn",
    },
    {
      key: "no-next-step",
      name: "Without a next step",
      filter: "and(status.one-of(open),nextStep.empty())",
    },
    { key: "by-stage", name: "Open by stage", group: "stage" },
    { key: "by-owner", name: "Open by owner", group: "owner" },
    {
      key: "by-quarter",
      name: "Open by quarter",
      group: "closeOn:quarter",
    },
    {
      key: "won",
      name: "Won this quarter",
      filter: "and(status.one-of(won),closeOn.in(this-quarter))",
      sort: "-closeOn",
      columns: "name:pinned,amount,closeOn,owner,leadSource,createdOn,account",
    },
    {
      key: "lost",
      name: "Lost this quarter",
      filter: "and(status.one-of(lost),closeOn.in(this-quarter))",
      sort: "-closeOn",
      columns: "name:pinned,amount,stage,closeOn,lostReason,owner,account",
    },
    {
      key: "all",
      name: "All",
      filter: "none",
      sort: "-createdOn",
      columns: "name:pinned,amount,status,stage,closeOn,owner,createdOn,account",
    },
  ],
  account: [
    { key: "all", name: "All" },
    { key: "mine", name: "Mine", filter: "and(owner.one-of(me))" },
    {
      key: "quiet",
      name: "With open opportunities, quiet for 30 days",
      filter: "and(openOpportunities.more(0),or(lastActivityAt.before(today-30d),lastActivityAt.empty()))",
      sort: "lastActivityAt,-openPipeline",
    },
    { key: "no-owner", name: "Without an owner", filter: "and(owner.empty())" },
    { key: "by-industry", name: "By industry", group: "industry" },
    { key: "by-owner", name: "By owner", group: "owner" },
  ],
  contact: [
    { key: "all", name: "All" },
    { key: "no-account", name: "At no account", filter: "and(account.empty())" },
    { key: "no-email", name: "Without a mail address", filter: "and(email.empty())" },
    { key: "by-title", name: "By title", group: "title" },
  ],
  product: [
    { key: "all", name: "All" },
    { key: "by-family", name: "By family", group: "family" },
  ],
  activity: [
    { key: "open", name: "To do" },
    { key: "mine", name: "Mine, to do", filter: "and(done.is(false),person.one-of(me))" },
    { key: "overdue", name: "Overdue", filter: "and(done.is(false),dueAt.before(today))" },
    { key: "this-week", name: "Due this week", filter: "and(done.is(false),dueAt.in(this-week))" },
    {
      key: "done",
      name: "Done",
      filter: "and(done.is(true))",
      sort: "-doneAt",
      columns: "subject:pinned,kind,doneAt,person,opportunity,account,contact",
    },
    { key: "by-person", name: "To do by person", group: "person" },
  ],
};
