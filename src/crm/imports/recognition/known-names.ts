/** The names under which exports write the fields of each noun, in header words (see headerWords). */
import type { Field, FieldKind, Noun } from "./field-kind.ts";
import { otherWords } from "./other-words.ts";

/** A field with the header words that mean it, parted by commas. */
export function field(name: string, kind: FieldKind, names = ""): Field {
  return { field: name, kind, names: names === "" ? [] : names.split(", ") };
}

const exported: Readonly<Record<Noun, readonly Field[]>> = {
  person: [
    field("id", "id", "id, user id, person id, employee id, rep id, owner id, agent id, salesperson id"),
    field(
      "name",
      "text",
      "name, full name, user, user name, person, sales agent, agent, agent name, rep, sales rep, " +
        "rep name, sales rep name, salesperson, sales person, salesperson name, employee, " +
        "employee name, owner, owner name, seller, account executive, sales representative",
    ),
    field("firstName", "text", "first name, firstname, given name"),
    field("lastName", "text", "last name, lastname, surname, family name"),
    field(
      "email",
      "text",
      "email, e mail, email address, mail, user email, work email, upn, user principal name",
    ),
    field("title", "text", "title, job title, position, role title"),
    field(
      "manager",
      "reference to person",
      "manager, manager name, manager id, reports to, sales manager, supervisor, boss",
    ),
    field("path", "text", "org path, organization path, hierarchy path, organization node, org node"),
    field("team", "text", "team, sales team, team name, group"),
    field("region", "text", "region, regional office, sales region, territory, office, area"),
    field("sameUser", "id"),
    field("role", "id", "user role id"),
    field("startedOn", "day", "hire date, hired on, start date, joined, joined on"),
    field("leftOn", "day", "left on, termination date, leave date, end date"),
  ],
  account: [
    field(
      "id",
      "id",
      "id, account id, company id, customer id, client id, organization id, record id, customer key, account key, " +
        "reseller id, reseller key",
    ),
    field(
      "name",
      "text",
      "name, account, account name, company, company name, customer, customer name, client, " +
        "client name, organization, organisation, organization name, reseller, reseller name",
    ),
    field(
      "parent",
      "reference to account",
      "parent, parent id, parent account, parent account id, parent company, subsidiary of, " +
        "belongs to, parent organization, ultimate parent",
    ),
    field(
      "owner",
      "reference to person",
      "owner, owner name, owner id, sales agent, agent, sales rep, rep, sales representative, " +
        "salesperson, sales person, account executive, ae, account owner, deal owner, " +
        "opportunity owner, potential owner, contact owner, assigned to, assignee, responsible, " +
        "account manager, seller",
    ),
    field("domain", "text", "domain, website, web site, company domain name, website url, url"),
    field("industry", "text", "industry, sector, vertical, branch, industry sector"),
    field(
      "country",
      "country",
      "country, country region, billing country, office location, headquarters, location, " + "hq country",
    ),
    field("city", "text", "city, billing city, town"),
    field(
      "employees",
      "integer",
      "employees, number of employees, headcount, company size, employee count, no of employees",
    ),
    field("annualRevenue", "money", "annual revenue, yearly revenue, annual turnover"),
    field("mergedIds", "text"),
    field("mergedInto", "id"),
    field("currency", "text", "currency, currency code, currency iso code"),
    field(
      "createdAt",
      "moment",
      "created, created date, create date, created on, created at, created time, creation date, " +
        "date created, open date, opened, opened on, add time, date added, deal created",
    ),
  ],
  contact: [
    field("id", "id", "id, contact id, record id"),
    field("number", "id"),
    field("name", "text", "name, full name, contact, contact name"),
    field("firstName", "text", "first name, firstname, given name"),
    field("lastName", "text", "last name, lastname, surname"),
    field("email", "text", "email, e mail, email address"),
    field("phone", "text", "phone, phone number, telephone, business phone, work phone"),
    field("mergedIds", "text"),
    field("mergedInto", "id"),
    field("title", "text", "title, job title, position"),
    field(
      "account",
      "reference to account",
      "account, account name, account id, company, company name, company id, customer, " +
        "customer name, customer id, client, client name, organization, organisation, " +
        "organization name, associated company",
    ),
    field(
      "owner",
      "reference to person",
      "owner, owner name, owner id, sales agent, agent, sales rep, rep, sales representative, " +
        "salesperson, sales person, account executive, ae, account owner, deal owner, " +
        "opportunity owner, potential owner, contact owner, assigned to, assignee, responsible, " +
        "account manager, seller",
    ),
    field(
      "createdAt",
      "moment",
      "created, created date, create date, created on, created at, created time, creation date, " +
        "date created, open date, opened, opened on, add time, date added, deal created",
    ),
  ],
  product: [
    field("id", "id", "id, product id, item id, product key, item key"),
    field("name", "text", "name, product, product name, item, item name"),
    field("code", "text", "code, product code, sku, item code, product number, part number"),
    field(
      "family",
      "text",
      "family, product family, series, product series, category, product category, product line",
    ),
    field(
      "listPrice",
      "money",
      "price, list price, sales price, unit price, msrp, retail price, suggested retail price, " +
        "standard price",
    ),
    field("currency", "text", "currency, currency code, currency iso code"),
  ],
  opportunity: [
    field(
      "id",
      "id",
      "id, opportunity id, deal id, opp id, potential id, record id, opportunity number, " + "deal number",
    ),
    field(
      "name",
      "text",
      "name, opportunity, opportunity name, deal, deal name, deal title, potential name, " +
        "opp name, title",
    ),
    field(
      "account",
      "reference to account",
      "account, account name, account id, company, company name, company id, customer, " +
        "customer name, customer id, client, client name, organization, organisation, " +
        "organization name, associated company",
    ),
    field(
      "owner",
      "reference to person",
      "owner, owner name, owner id, sales agent, agent, sales rep, rep, sales representative, " +
        "salesperson, sales person, account executive, ae, account owner, deal owner, " +
        "opportunity owner, potential owner, contact owner, assigned to, assignee, responsible, " +
        "account manager, seller",
    ),
    field(
      "stage",
      "text",
      "stage, deal stage, stage name, sales stage, opportunity stage, pipeline stage, " +
        "sales pipeline stage",
    ),
    field("status", "text", "status, deal status, opportunity status, outcome, result"),
    field("pipeline", "text", "pipeline, pipeline name, sales pipeline, deal pipeline"),
    field(
      "amount",
      "money",
      "amount, value, deal value, deal amount, opportunity amount, opportunity value, deal size, " +
        "total amount, estimated value, est value",
    ),
    field(
      "closedAmount",
      "money",
      "close value, closing value, closed value, close amount, closed amount, won amount, " +
        "won value, actual value, final value",
    ),
    field("currency", "text", "currency, currency code, currency iso code, deal currency code"),
    field("probability", "rate", "probability, win probability, deal probability, probability %"),
    field("forecastCategory", "text", "forecast category, forecast category name, forecast type, forecast"),
    field(
      "createdAt",
      "moment",
      "created, created date, create date, created on, created at, created time, creation date, " +
        "date created, open date, opened, opened on, add time, date added, deal created",
    ),
    field(
      "closeOn",
      "day",
      "close date, closing date, closed date, expected close date, expected closing date, " +
        "estimated close date, close, closed on, close time, closed at",
    ),
    field("actualCloseOn", "day", "actual close date, actual closing date"),
    field("wonAt", "moment", "won time, won at, won date, won on"),
    field("lostAt", "moment", "lost time, lost at, lost date, lost on"),
    field(
      "stageEnteredAt",
      "moment",
      "last stage change, last stage change date, stage change date, stage changed at, stage entered at, stage since",
    ),
    field(
      "modifiedAt",
      "moment",
      "last modified date, modified, modified time, last modified, updated at, update time",
    ),
    field("product", "reference to product", "product, product name, product id, item"),
    field(
      "primaryContact",
      "reference to contact",
      "primary contact, primary contact id, contact, contact name, contact id, contact person, main contact, " +
        "deal contact person",
    ),
    field(
      "contacts",
      "reference to contact",
      "contacts, contact ids, contact names, associated contacts, associated contact, associated contact ids, stakeholders",
    ),
    field("quantity", "number", "quantity, qty, units"),
    field("leadSource", "text", "lead source, source, deal source, original source"),
    field("nextStep", "text", "next step, next steps"),
    field("lostReason", "text", "lost reason, closed lost reason, loss reason, reason lost, reason for loss"),
    field("isClosed", "truth", "closed, is closed"),
    field("isWon", "truth", "won, is won"),
    field("isDeleted", "truth", "is deleted, deleted"),
    field("mergedIds", "text"),
    field("mergedInto", "id"),
  ],
  activity: [
    field("id", "id", "id, activity id, task id, event id, call id"),
    field("type", "text", "type, activity type, task type, kind"),
    field("subject", "text", "subject, activity, activity subject, task, summary"),
    field("body", "text", "note, notes, description, comments, body"),
    field(
      "opportunity",
      "reference to opportunity",
      "deal id, opportunity id, deal, opportunity, what id, related to",
    ),
    field("contact", "reference to contact", "contact, contact id, who id"),
    field(
      "account",
      "reference to account",
      "account, account name, account id, company, company name, company id, customer, " +
        "customer name, customer id, client, client name, organization, organisation, " +
        "organization name, associated company",
    ),
    field(
      "person",
      "reference to person",
      "assigned to user, assigned to, owner, owner id, user, user id, assignee",
    ),
    field("status", "text", "status, task status, activity status"),
    field("done", "truth", "done, completed, is closed, closed, is done"),
    field(
      "dueAt",
      "moment",
      "due to, due, due date, activity date, activity date time, start, start date time, " + "start time",
    ),
    field("doneAt", "moment", "done at, completed at, completed date time, closed time"),
  ],
};

/** The fields of each noun: with the names that exports write, and after them those that people write. */
export const fieldsOf = Object.fromEntries(
  Object.entries(exported).map(([noun, fields]) => [
    noun,
    fields.map((one) => {
      const more = otherWords[noun as Noun][one.field];
      return more === undefined ? one : { ...one, otherNames: more.split(", ") };
    }),
  ]),
) as unknown as Readonly<Record<Noun, readonly Field[]>>;
