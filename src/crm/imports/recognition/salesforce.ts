/** Salesforce objects by the API names of their columns, in any letter case. */
import type { Shape } from "./shape.ts";

const bookkeeping = {
  systemmodstamp: null,
  lastactivitydate: null,
  lastvieweddate: null,
  lastreferenceddate: null,
  fivetransynced: null,
  createdbyid: null,
  lastmodifiedbyid: null,
  photourl: null,
};
const record = {
  id: "id",
  isdeleted: "isDeleted",
  fivetrandeleted: "isDeleted",
  createddate: "createdAt",
  currencyisocode: "currency",
};
const source = "salesforce";
const laterHome = "leads get their own home in a later version";

export const salesforceShapes: readonly Shape[] = [
  {
    source,
    telling: true,
    object: "opportunity",
    title: "Opportunity",
    needs: ["id", "stagename", "closedate"],
    never: ["opportunityid", "fivetranstart"],
    columns: {
      ...bookkeeping,
      ...record,
      accountid: "account",
      contactid: "primaryContact",
      name: "name",
      amount: "amount",
      closedate: "closeOn",
      stagename: "stage",
      probability: "probability",
      expectedrevenue: null,
      forecastcategory: "forecastCategory",
      forecastcategoryname: "forecastCategory",
      fiscal: null,
      fiscalquarter: null,
      fiscalyear: null,
      isclosed: "isClosed",
      iswon: "isWon",
      leadsource: "leadSource",
      nextstep: "nextStep",
      ownerid: "owner",
      lastmodifieddate: "modifiedAt",
      laststagechangedate: "stageEnteredAt",
      laststagechangeindays: null,
      hasopportunitylineitem: null,
      hasopenactivity: null,
      hasoverduetask: null,
      isexcludedfromterritory2filter: null,
    },
  },
  {
    source,
    telling: true,
    object: "opportunity-history",
    title: "OpportunityHistory",
    needs: ["opportunityid", "stagename", "createddate"],
    columns: {
      ...bookkeeping,
      id: "id",
      opportunityid: "opportunity",
      createdbyid: "author",
      createddate: "at",
      stagename: "stage",
      amount: "amount",
      expectedrevenue: null,
      closedate: "closeOn",
      probability: "probability",
      forecastcategory: "forecastCategory",
      isdeleted: "isDeleted",
      prevamount: "previousAmount",
      prevclosedate: "previousCloseOn",
      opportunityhistorykey: null,
    },
  },
  {
    source,
    telling: true,
    object: "opportunity-field-history",
    title: "OpportunityFieldHistory",
    needs: ["opportunityid", "field", "oldvalue", "newvalue", "createddate"],
    columns: {
      id: "id",
      opportunityid: "opportunity",
      createdbyid: "author",
      createddate: "at",
      field: "changedField",
      oldvalue: "oldValue",
      newvalue: "newValue",
      isdeleted: "isDeleted",
      datatype: null,
    },
  },
  {
    source,
    telling: true,
    object: "contact",
    title: "Contact",
    needs: ["id", "lastname", "accountid"],
    never: ["company"],
    columns: {
      ...bookkeeping,
      ...record,
      accountid: "account",
      name: "name",
      firstname: "firstName",
      lastname: "lastName",
      masterrecordid: "mergedInto",
      email: "email",
      phone: "phone",
      title: "title",
      ownerid: "owner",
      lastmodifieddate: null,
    },
  },
  {
    source,
    telling: true,
    object: null,
    title: "Lead",
    because: laterHome,
    needs: ["id", "company", "status"],
    needsOne: ["isconverted", "converteddate", "leadsource", "lastname"],
    columns: { id: "id" },
  },
  {
    source,
    telling: true,
    object: "person",
    title: "User",
    needs: ["id", "username"],
    needsOne: ["profileid", "userroleid", "isactive", "email", "managerid", "usertype"],
    columns: {
      ...bookkeeping,
      id: "id",
      name: "name",
      firstname: "firstName",
      lastname: "lastName",
      email: "email",
      title: "title",
      managerid: "manager",
      userroleid: "role",
      username: null,
      createddate: null,
      lastmodifieddate: null,
      lastlogindate: null,
    },
  },
  {
    source,
    telling: true,
    object: "product",
    title: "Product2",
    needs: ["id", "name"],
    needsOne: ["productcode", "stockkeepingunit", "quantityunitofmeasure"],
    columns: {
      ...bookkeeping,
      ...record,
      name: "name",
      productcode: "code",
      family: "family",
      createddate: null,
      lastmodifieddate: null,
    },
  },
  {
    source,
    telling: true,
    object: "activity",
    title: "Task or Event",
    needs: ["id", "whatid"],
    needsOne: ["activitydate", "activitydatetime", "startdatetime", "subject"],
    columns: {
      ...bookkeeping,
      ...record,
      whatid: "opportunity",
      whoid: "contact",
      accountid: "account",
      ownerid: "person",
      subject: "subject",
      description: "body",
      type: "type",
      tasksubtype: "type",
      isclosed: "done",
      status: "status",
      activitydate: "dueAt",
      activitydatetime: "dueAt",
      startdatetime: "dueAt",
      completeddatetime: "doneAt",
      createddate: null,
      lastmodifieddate: null,
    },
  },
  {
    source,
    telling: true,
    object: "account",
    title: "Account",
    needs: ["id", "name"],
    needsOne: [
      "billingcity",
      "parentid",
      "annualrevenue",
      "numberofemployees",
      "accountnumber",
      "accountsource",
      "billingcountry",
    ],
    never: ["stagename", "accountid", "company"],
    columns: {
      ...bookkeeping,
      ...record,
      name: "name",
      parentid: "parent",
      masterrecordid: "mergedInto",
      ownerid: "owner",
      website: "domain",
      industry: "industry",
      billingcountry: "country",
      billingcity: "city",
      numberofemployees: "employees",
      annualrevenue: "annualRevenue",
      lastmodifieddate: null,
    },
  },
];

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * A Salesforce id in its long form of 18 letters. The three last letters say which of the first 15 are capitals, so
 * that ids stay apart where letter case is lost. What is not such an id is given back as it is.
 */
export function longId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  let suffix = "";
  for (let part = 0; part < 3; part += 1) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) if (/[A-Z]/.test(id[part * 5 + at] ?? "")) bits |= 1 << at;
    suffix += letters[bits];
  }
  return id + suffix;
}

/** What a Salesforce id is an id of, by its first three letters. */
export function objectOfId(id: string): "account" | "contact" | "opportunity" | "person" | "product" | null {
  const prefixes = {
    "001": "account",
    "003": "contact",
    "006": "opportunity",
    "005": "person",
    "01t": "product",
  } as const;
  return Object.entries(prefixes).find(([prefix]) => id.startsWith(prefix))?.[1] ?? null;
}
