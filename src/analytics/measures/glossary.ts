/** The words of the product, one for each thing. With the measures, which bring their own, they make the glossary. Pure. */
import { advisingTerms } from "./advising-terms.ts";
import { deskTerms } from "./desk-terms.ts";
import { hiringTerms } from "./hiring-terms.ts";
import { organizing } from "./organizing-terms.ts";
import type { Term } from "./term.ts";

export type { Term };

const records: readonly Term[] = [
  {
    term: "Account",
    sentence: "A company that buys, or may buy. An account can have a parent account.",
    not: ["customer", "company", "organization"],
  },
  {
    term: "Activity",
    sentence: "A task, call, meeting, email or note about an opportunity, an account or a contact.",
    not: ["event", "engagement"],
  },
  { term: "Contact", sentence: "A person at an account.", not: ["lead"] },
  {
    term: "Custom field",
    sentence:
      "A typed field that a workspace adds to accounts, contacts, products, opportunities, activities or people.",
    not: ["property", "attribute"],
  },
  {
    term: "Line",
    sentence: "A product in an opportunity, with its quantity, price and amount.",
    not: ["line item", "opportunity product"],
  },
  {
    term: "Opportunity",
    sentence: "A sale that may happen, with an amount, a stage, an owner and a day on which it should close.",
    not: ["deal", "oppty"],
  },
  {
    term: "Person",
    sentence: "Somebody who works here or did. A person needs no seat.",
    not: ["user", "rep", "employee"],
  },
  {
    term: "Pipeline",
    sentence:
      "A row of stages that opportunities go through. A workspace can have several. The value of what is in them is the open pipeline.",
    not: ["sales process", "funnel"],
  },
  { term: "Product", sentence: "What is sold, with a family and a list price.", not: ["item", "SKU"] },
  {
    term: "Split",
    sentence:
      "The share of an opportunity that a person is credited with. The shares of an opportunity add up to 1.",
    not: ["overlay"],
  },
  {
    term: "Stakeholder",
    sentence:
      "A contact who takes part in an opportunity, with the part they play in the decision. One of them can be the primary one.",
    not: ["contact role", "buying committee"],
  },
  {
    term: "Stage",
    sentence:
      "Where an opportunity stands in its pipeline. A stage has a position, a probability and a forecast category.",
    not: ["step", "phase"],
  },
  {
    term: "Status",
    sentence:
      "Open, won or lost. It is kept apart from the stage: some sources leave the stage as it was when an opportunity is lost.",
    not: ["outcome"],
  },
];

const organization: readonly Term[] = [
  {
    term: "Access role",
    sentence:
      "A bundle of rights with a reach: what a seat may do, and with whose records. The role of a job is another thing.",
    not: ["permission set", "profile"],
  },
  {
    term: "Manager",
    sentence: "The person whom a person reports to, from one day to another.",
    not: ["supervisor"],
  },
  {
    term: "Owner",
    sentence: "The person who answers for an opportunity, an account or a contact.",
    not: ["assignee"],
  },
  {
    term: "Reach",
    sentence:
      "Whose records an access role covers: everybody's, those of one's line, of one's team, or one's own; and what others share.",
    not: ["scope", "data access"],
  },
  {
    term: "Region",
    sentence: "A team that holds other teams and that figures are cut by.",
    not: ["territory"],
  },
  {
    term: "Reporting line",
    sentence: "Who reported to whom, with a first day and the first day on which it no longer holds.",
    not: ["hierarchy"],
  },
  {
    term: "Seat",
    sentence:
      "By which a person signs in to a workspace, with an access role. It is invited until a password is chosen, then active, until it is ended.",
    not: ["account", "licence", "user"],
  },
  {
    term: "Share of access",
    sentence: "Somebody's records, seen and worked with by another person from a day until before another.",
    not: ["delegation"],
  },
  { term: "Team", sentence: "People who sell together. A person is in one team at a time.", not: ["group"] },
  {
    term: "Workspace",
    sentence:
      "One company's records, with a currency, a time zone and a fiscal calendar. Nothing is shared between workspaces.",
    not: ["tenant", "instance", "account"],
  },
];

const time: readonly Term[] = [
  {
    term: "As of a day",
    sentence: "As things stood at the end of that day in the workspace's time zone, as we know it now.",
    not: ["snapshot date"],
  },
  {
    term: "Basis",
    sentence:
      "How we know a state: recorded (made here), source (told by the source's own history) or inferred (concluded from dates).",
    not: ["confidence"],
  },
  {
    term: "Change",
    sentence:
      "One line of history: which fields of which record became what, since when, known when, by whom, from where.",
    not: ["audit event", "log entry"],
  },
  {
    term: "Close date",
    sentence:
      "The day on which an opportunity is expected to close while it is open, and the day it closed afterwards.",
    not: ["due date"],
  },
  {
    term: "Period",
    sentence: "A day, week, month, quarter or year of the workspace's fiscal calendar.",
    not: ["date range"],
  },
  { term: "Recorded time", sentence: "When Quarterdeck learned of a change.", not: ["created at"] },
  {
    term: "Superseded",
    sentence:
      "Said of a state that was believed and is no longer. It is kept, with the time at which we learned better.",
    not: ["deleted", "overwritten"],
  },
  {
    term: "True since",
    sentence: "The moment from which what a record says now is true.",
    not: ["updated at"],
  },
  {
    term: "Version",
    sentence:
      "Of a record: a number that grows with every change. Of an opportunity's history: one state, which holds until the next one begins.",
    not: ["revision"],
  },
];

const figures: readonly Term[] = [
  {
    term: "Cohort",
    sentence: "Opportunities that began in the same period, followed wherever they end.",
    not: ["vintage"],
  },
  {
    term: "Cost",
    sentence: "An amount spent on selling over some days, entered by category.",
    not: ["spend"],
  },
  {
    term: "Dimension",
    sentence: "Something that a figure can be broken down by: a record, a field or a period.",
    not: ["segment", "group by"],
  },
  {
    term: "Exchange rate",
    sentence: "What one unit of a currency is worth in the workspace's currency from a day on.",
    not: ["conversion factor"],
  },
  {
    term: "Forecast category",
    sentence:
      "How sure an open opportunity is held to be: omitted, pipeline, best case or commit; closed once it closed.",
    not: ["forecast type"],
  },
  {
    term: "Measure",
    sentence: "A figure with one definition: a sentence, a formula, a unit and switches.",
    not: ["metric", "KPI"],
  },
  {
    term: "Pushed",
    sentence: "Said of an open opportunity whose close date was moved into a later period.",
    not: ["delayed", "rolled over"],
  },
  {
    term: "Revenue",
    sentence:
      "What accounting recognizes. It is neither bookings nor recurring revenue, and Quarterdeck does not compute it.",
    not: ["bookings", "ARR"],
  },
  {
    term: "Role",
    sentence:
      "What is expected of whoever holds it: duties with where they are done, impacts with the measures that show them.",
    not: ["position", "job description"],
  },
  {
    term: "Switch",
    sentence: "A choice in a measure's definition on which the field differs, with a default.",
    not: ["option", "setting"],
  },
  {
    term: "Target",
    sentence: "The amount that the company or a person means to win over some days.",
    not: ["goal", "budget"],
  },
  {
    term: "Waterfall",
    sentence: "What moved the open pipeline between two days, step by step, with nothing left over.",
    not: ["bridge", "pipeline walk"],
  },
];

const machinery: readonly Term[] = [
  {
    term: "Audit log",
    sentence:
      "What was done, seen or refused, by whom, when, from where and through what. It can be added to and not changed.",
    not: ["audit trail", "activity log"],
  },
  {
    term: "Head",
    sentence:
      "The hash of the last event of the audit log; kept elsewhere, it shows later that nothing was cut off.",
    not: ["checksum"],
  },
  {
    term: "Import",
    sentence:
      "Reading the files of another system into a workspace, their history included. The same file again changes nothing.",
    not: ["upload", "migration"],
  },
  {
    term: "Record",
    sentence: "The PostgreSQL database: what is true, with its history. Also one row of it.",
    not: ["primary store"],
  },
  {
    term: "Replica",
    sentence: "A columnar copy of the record for analysis. It can be made anew from the record at any time.",
    not: ["warehouse", "cache"],
  },
  {
    term: "Source",
    sentence: "Where a change came from: the app, the command line, the sample company, or an import.",
    not: ["origin"],
  },
];

export const glossary: readonly Term[] = [
  ...records,
  ...organization,
  ...organizing,
  ...time,
  ...figures,
  ...machinery,
  ...advisingTerms,
  ...hiringTerms,
  ...deskTerms,
];
