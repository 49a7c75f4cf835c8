/** Zoho CRM's modules by the labels and API names of their columns. */
import type { Given, Shape } from "./shape.ts";

const source = "zoho";
const tiers = {
  ageindays: null,
  agetier: null,
  amounttier: null,
  tasksinvolved: null,
  eventsinvolved: null,
  callsinvolved: null,
  activitiesinvolved: null,
  expectedrevenue: null,
  lastactivitytime: null,
  tag: null,
};

const activity = {
  subject: "subject",
  description: "body",
  potentialid: "opportunity",
  dealid: "opportunity",
  dealnameid: "opportunity",
  relatedtoid: "opportunity",
  accountid: "account",
  contactid: "contact",
  contactnameid: "contact",
  status: "status",
  createdtime: null,
  modifiedtime: null,
  leadid: null,
  whoidid: null,
  whatid: null,
  semodule: null,
  taskownerid: "person",
  callownerid: "person",
  eventownerid: "person",
  hostid: "person",
  taskowner: "person",
  callowner: "person",
  eventowner: "person",
  host: "person",
  duedate: "dueAt",
  closedtime: "doneAt",
};

function moduleShape(
  object: Shape["object"],
  title: string,
  needs: readonly string[],
  columns: Shape["columns"],
  more: Partial<Shape> = {},
): Shape {
  return { source, object, title, needs, telling: false, columns: { ...tiers, ...columns }, ...more };
}

function activities(
  title: string,
  type: string,
  needs: readonly string[],
  columns: Record<string, string | null>,
): Shape {
  const given: Given = { fields: { type }, keyPrefix: type };
  return moduleShape("activity", title, needs, { ...activity, ...columns }, { given });
}

const later = (title: string, needs: readonly string[], because: string): Shape =>
  moduleShape(null, title, needs, {}, { because });

const leadsLater = "leads get their own home in a later version";
const quotesLater = "quotes, orders and invoices get their own home in a later version";
const campaignsLater = "campaigns are no part of this record yet";

const potential = {
  potentialid: "id",
  dealid: "id",
  recordid: "id",
  id: "id",
  potentialname: "name",
  dealname: "name",
  potentialownerid: "owner",
  dealownerid: "owner",
  ownerid: "owner",
  potentialowner: "owner",
  dealowner: "owner",
  owner: "owner",
  accountid: "account",
  accountnameid: "account",
  accountname: "account",
  stage: "stage",
  pipeline: "pipeline",
  amount: "amount",
  currency: "currency",
  exchangerate: null,
  probability: "probability",
  forecasttype: null,
  forecastcategory: "forecastCategory",
  closingdate: "closeOn",
  createdtime: "createdAt",
  modifiedtime: "modifiedAt",
  leadsource: "leadSource",
  nextstep: "nextStep",
  reasonforloss: "lostReason",
  overallsalesduration: null,
  salescycleduration: null,
};

export const zohoShapes: readonly Shape[] = [
  moduleShape("opportunity", "Potentials", ["potentialname", "closingdate", "stage"], potential, {
    telling: true,
  }),
  moduleShape("opportunity", "Deals", ["dealname", "closingdate", "stage"], potential, { telling: true }),
  moduleShape(
    "account",
    "Accounts",
    ["accountname"],
    {
      accountid: "id",
      recordid: "id",
      accountname: "name",
      parentaccountid: "parent",
      parentaccount: "parent",
      accountownerid: "owner",
      accountowner: "owner",
      website: "domain",
      industry: "industry",
      billingcountry: "country",
      billingcity: "city",
      employees: "employees",
      annualrevenue: "annualRevenue",
      currency: "currency",
      createdtime: "createdAt",
      modifiedtime: null,
    },
    {
      needsOne: ["accountowner", "accountownerid", "accounttype", "industry"],
      never: ["dealname", "potentialname", "lastname"],
    },
  ),
  moduleShape(
    "contact",
    "Contacts",
    ["lastname"],
    {
      contactid: "id",
      recordid: "id",
      firstname: "firstName",
      lastname: "lastName",
      email: "email",
      phone: "phone",
      mobile: "phone",
      title: "title",
      accountid: "account",
      accountnameid: "account",
      accountname: "account",
      contactownerid: "owner",
      contactowner: "owner",
      createdtime: "createdAt",
      modifiedtime: null,
    },
    { needsOne: ["contactowner", "contactid", "accountid", "accountname"], never: ["leadowner", "company"] },
  ),
  moduleShape(
    "person",
    "Users",
    ["email", "lastname"],
    {
      userid: "id",
      id: "id",
      recordid: "id",
      firstname: "firstName",
      lastname: "lastName",
      fullname: "name",
      email: "email",
      role: null,
      profile: null,
      reportingto: "manager",
    },
    { called: /user/i, never: ["contactowner", "leadowner", "company"] },
  ),
  moduleShape(
    "product",
    "Products",
    ["productname"],
    {
      productid: "id",
      recordid: "id",
      productname: "name",
      productcode: "code",
      productcategory: "family",
      unitprice: "listPrice",
      listprice: "listPrice",
      createdtime: null,
      modifiedtime: null,
      costofstocksinhand: null,
    },
    { needsOne: ["productcode", "productowner", "productcategory"], never: ["inventoryrelid", "bookid"] },
  ),
  activities("Calls", "call", ["subject", "callstarttime"], {
    taskid: "id",
    callid: "id",
    recordid: "id",
    callstarttime: "dueAt",
    calldurationinminutes: null,
  }),
  activities("Events", "meeting", ["startdatetime"], {
    eventid: "id",
    meetingid: "id",
    recordid: "id",
    startdatetime: "dueAt",
    title: "subject",
    enddatetime: null,
  }),
  activities("Tasks", "task", ["subject", "taskowner"], { taskid: "id", recordid: "id" }),
  later("Leads", ["lastname", "leadowner"], leadsLater),
  later("Leads", ["leadid", "leadstatus"], leadsLater),
  later("campaign statuses of leads", ["campaignname", "leadlastname"], leadsLater),
  later("Campaigns", ["campaignname", "status"], campaignsLater),
  later("Cases", ["caseowner"], "cases are no part of this record"),
  later("Quotes", ["subject", "quotestage"], quotesLater),
  later("Sales Orders", ["subject", "salesorderowner"], quotesLater),
  later("Purchase Orders", ["subject", "purchaseorderowner"], "purchases are no part of this record"),
  later("Invoices", ["subject", "invoicestatus"], quotesLater),
  later("line items of quotes, orders or invoices", ["inventoryrelid", "productname"], quotesLater),
  later("Price Books", ["pricebookname"], "price books get their own home in a later version"),
  later("Vendors", ["vendorname"], "vendors are no part of this record"),
];
