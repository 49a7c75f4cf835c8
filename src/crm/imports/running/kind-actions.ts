/** How rows of accounts, contacts, products and activities are read into the columns of their tables. */
import { fills, type UnderstoodFile } from "../mapping/column-plan.ts";
import { dayIn, momentIn, type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import { objectOfId } from "../recognition/salesforce.ts";
import { instantOf } from "../values/date-text.ts";
import type { Kind, Said } from "./record-actions.ts";
import { knownRecords, meantPeople, meantRecords, named } from "./reference-actions.ts";
import { activityKindOf, amountOf, currencyOf, domainOf, fullName, removedAt } from "./row-values.ts";

const noCurrency = { field: "currency", reason: "It is not a currency code of three letters, such as USD." };
const noName = { field: "name", reason: "The row has no name." };

/** The columns out of a list "field → column" that a file fills. */
function filled(file: UnderstoodFile, columns: Readonly<Record<string, string>>): string[] {
  const given = Object.entries(columns).filter(([field]) => fills(file, field));
  const found = new Set(given.map(([, column]) => column));
  if (file.columns.some((column) => column.custom !== null)) found.add("custom");
  return [...found];
}

export const accountKind: Kind = {
  object: "account",
  table: "crm.account",
  namesItself: true,
  columns: (file) =>
    filled(file, {
      name: "name",
      parent: "parent_id",
      owner: "owner_id",
      domain: "domain",
      industry: "industry",
      country: "country",
      city: "city",
      employees: "employees",
      annualRevenue: "annual_revenue_minor",
      currency: "currency",
      createdAt: "created_on",
      isDeleted: "removed_at",
    }),
  refuses: (row) =>
    textIn(row, "name") === null ? noName : currencyOf(row, "USD") === null ? noCurrency : null,
  reader: async (run, trx, rows) => {
    const owners = await meantPeople(run, trx, named(rows, "owner"));
    const parents = await meantRecords(run, trx, "account", named(rows, "parent"));
    return (row): Said => {
      const currency = currencyOf(row, run.plan.currency) ?? run.plan.currency;
      const revenue = amountOf(run, row, "annualRevenue", currency);
      const isOwnParent = textIn(row, "parent") === row.key;
      if (isOwnParent) run.notices.notice("Accounts named as their own parent, which were given none");
      return {
        name: textIn(row, "name"),
        parent_id: isOwnParent ? null : parents.get(textIn(row, "parent") ?? ""),
        owner_id: owners.get(textIn(row, "owner") ?? ""),
        domain: domainOf(textIn(row, "domain")),
        industry: textIn(row, "industry"),
        country: textIn(row, "country"),
        city: textIn(row, "city"),
        employees: textIn(row, "employees"),
        annual_revenue_minor: revenue,
        currency: revenue === null ? null : currency,
        created_on: dayIn(row, "createdAt", run.plan.timeZone),
        removed_at: removedAt(run, row),
        custom: row.custom,
      };
    };
  },
};

export const contactKind: Kind = {
  object: "contact",
  table: "crm.contact",
  columns: (file) =>
    filled(file, {
      name: "name",
      firstName: "name",
      lastName: "name",
      account: "account_id",
      owner: "owner_id",
      email: "email",
      phone: "phone",
      title: "title",
      createdAt: "created_on",
      isDeleted: "removed_at",
    }),
  refuses: (row) => (fullName(row) === null ? noName : null),
  reader: async (run, trx, rows) => {
    const owners = await meantPeople(run, trx, named(rows, "owner"));
    const accounts = await meantRecords(run, trx, "account", named(rows, "account"));
    return (row): Said => ({
      name: fullName(row),
      account_id: accounts.get(textIn(row, "account") ?? ""),
      owner_id: owners.get(textIn(row, "owner") ?? ""),
      email: textIn(row, "email"),
      phone: textIn(row, "phone"),
      title: textIn(row, "title"),
      created_on: dayIn(row, "createdAt", run.plan.timeZone),
      removed_at: removedAt(run, row),
      custom: row.custom,
    });
  },
};

export const productKind: Kind = {
  object: "product",
  table: "crm.product",
  columns: (file) => [
    ...filled(file, {
      name: "name",
      code: "code",
      family: "family",
      listPrice: "list_price_minor",
      isDeleted: "removed_at",
    }),
    ...(fills(file, "listPrice") ? ["currency"] : []),
  ],
  refuses: (row) =>
    textIn(row, "name") === null ? noName : currencyOf(row, "USD") === null ? noCurrency : null,
  reader:
    async (run) =>
    (row): Said => {
      const currency = currencyOf(row, run.plan.currency) ?? run.plan.currency;
      const price = amountOf(run, row, "listPrice", currency);
      return {
        name: textIn(row, "name"),
        code: textIn(row, "code"),
        family: textIn(row, "family"),
        list_price_minor: price,
        currency: price === null ? null : currency,
        removed_at: removedAt(run, row),
        custom: row.custom,
      };
    },
};

/** Whether an activity is done: what the row says, else the word of its status. */
function isDone(row: ReadRow): boolean {
  return (
    truthIn(row, "done") ??
    /^(complete|closed|done|sent|held|(1|true|yes)$)/i.test(textIn(row, "status") ?? "")
  );
}

export const activityKind: Kind = {
  object: "activity",
  table: "crm.activity",
  columns: (file) =>
    filled(file, {
      type: "kind",
      subject: "subject",
      body: "body",
      opportunity: "opportunity_id",
      account: "account_id",
      contact: "contact_id",
      person: "person_id",
      dueAt: "due_at",
      done: "done_at",
      doneAt: "done_at",
      status: "done_at",
      isDeleted: "removed_at",
    }),
  refuses: () => null,
  reader: async (run, trx, rows) => {
    const { plan } = run;
    const people = await meantPeople(run, trx, named(rows, "person"));
    const about = named(rows, "opportunity");
    const opportunities = await knownRecords(run, trx, "opportunity", about);
    const contacts = await knownRecords(run, trx, "contact", named(rows, "contact"));
    const ofAccounts = new Set(
      [...about].filter((id) => plan.source === "salesforce" && objectOfId(id) === "account"),
    );
    const accounts = await meantRecords(
      run,
      trx,
      "account",
      new Set([...named(rows, "account"), ...ofAccounts]),
    );
    return (row): Said => {
      const what = textIn(row, "opportunity") ?? "";
      const opportunity = opportunities.get(what);
      const account = accounts.get(textIn(row, "account") ?? "") ?? accounts.get(what);
      if (what !== "" && opportunity === undefined && account === undefined) {
        run.notices.notice("Activities of opportunities that are not in these files, kept without them");
      }
      const type = textIn(row, "type");
      const label = plan.activityTypes[type ?? ""] ?? type;
      const due = momentIn(row, "dueAt");
      const dueAt = due === null ? null : instantOf(due, plan.timeZone);
      const done = momentIn(row, "doneAt");
      const doneAt = done === null ? null : instantOf(done, plan.timeZone);
      return {
        kind: activityKindOf(label),
        subject: textIn(row, "subject") ?? label ?? "Activity",
        body: textIn(row, "body"),
        opportunity_id: opportunity,
        account_id: account,
        contact_id: contacts.get(textIn(row, "contact") ?? ""),
        person_id: people.get(textIn(row, "person") ?? ""),
        due_at: dueAt,
        // A done activity without a day of its own was done when it was due, as far as the file tells.
        done_at: doneAt ?? (isDone(row) ? (dueAt ?? run.importedAt) : null),
        removed_at: removedAt(run, row),
        custom: row.custom,
      };
    };
  },
};
