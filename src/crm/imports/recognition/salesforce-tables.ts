/** Salesforce beyond its plain objects: report exports with labels, warehouse history, roles, lines, and what waits. */
import type { Shape } from "./shape.ts";

const source = "salesforce";
const bookkeeping = {
  systemmodstamp: null,
  lastactivitydate: null,
  lastvieweddate: null,
  lastreferenceddate: null,
  fivetransynced: null,
  fivetranactive: null,
  fivetranend: null,
};

const later = (title: string, needs: readonly string[], because: string): Shape => ({
  source,
  object: null,
  title,
  needs,
  telling: true,
  columns: bookkeeping,
  because,
});
const quotesLater = "quotes and orders get their own home in a later version";
const territoriesLater = "territories get their own home in a later version";

export const salesforceTableShapes: readonly Shape[] = [
  {
    source,
    object: "opportunity-states",
    title: "Opportunity history of a warehouse",
    needs: ["id", "stagename", "fivetranstart"],
    never: ["opportunityid"],
    telling: true,
    columns: {
      ...bookkeeping,
      id: "opportunity",
      fivetranstart: "at",
      name: "name",
      accountid: "account",
      ownerid: "owner",
      stagename: "stage",
      amount: "amount",
      closedate: "closeOn",
      probability: "probability",
      forecastcategory: "forecastCategory",
      forecastcategoryname: "forecastCategory",
      currencyisocode: "currency",
      isclosed: "isClosed",
      iswon: "isWon",
      isdeleted: "isDeleted",
      createddate: "createdAt",
      leadsource: "leadSource",
      nextstep: "nextStep",
      lastmodifieddate: null,
      expectedrevenue: null,
      fiscal: null,
      fiscalquarter: null,
      fiscalyear: null,
      hasopportunitylineitem: null,
    },
  },
  {
    source,
    object: "opportunity",
    title: "report on opportunities",
    needs: ["opportunityname", "stage", "closedate"],
    needsOne: ["fiscalperiod", "opportunityowner", "ownerrole", "age", "amountconverted"],
    never: ["dealname", "potentialname", "recordid", "dealid"],
    telling: true,
    columns: {
      opportunityid18: "id",
      casesafeid: "id",
      opportunityid: "id",
      opportunityname: "name",
      accountid: "account",
      accountname: "account",
      primarycontact: "primaryContact",
      opportunityownerid: "owner",
      opportunityowner: "owner",
      ownerrole: null,
      owneralias: null,
      stage: "stage",
      amount: "amount",
      amountconverted: "amount",
      amountcurrency: "currency",
      amountconvertedcurrency: null,
      opportunitycurrency: "currency",
      expectedrevenue: null,
      expectedrevenuecurrency: null,
      expectedrevenueconverted: null,
      probability: "probability",
      forecastcategory: "forecastCategory",
      closedate: "closeOn",
      createddate: "createdAt",
      lastmodifieddate: "modifiedAt",
      fiscalperiod: null,
      fiscalyear: null,
      fiscalquarter: null,
      age: null,
      closed: "isClosed",
      won: "isWon",
      nextstep: "nextStep",
      leadsource: "leadSource",
      lossreason: "lostReason",
    },
  },
  {
    source,
    object: "role",
    title: "UserRole",
    needs: ["id", "name", "parentroleid"],
    telling: true,
    columns: { ...bookkeeping, id: "id", name: "name", parentroleid: "parent", forecastuserid: "user" },
  },
  {
    source,
    object: "opportunity-line",
    title: "OpportunityLineItem",
    needs: ["id", "opportunityid"],
    needsOne: ["pricebookentryid", "product2id"],
    never: ["stagename"],
    telling: true,
    columns: {
      ...bookkeeping,
      id: "id",
      opportunityid: "opportunity",
      product2id: "product",
      pricebookentryid: null,
      quantity: "quantity",
      unitprice: "unitPrice",
      totalprice: "amount",
      sortorder: "position",
      currencyisocode: "currency",
      isdeleted: "isDeleted",
    },
  },
  {
    source,
    object: "opportunity-contact",
    title: "OpportunityContactRole",
    needs: ["id", "opportunityid", "contactid"],
    never: ["stagename", "subject", "quotenumber"],
    telling: true,
    columns: {
      ...bookkeeping,
      id: "id",
      opportunityid: "opportunity",
      contactid: "contact",
      role: "role",
      isprimary: "isPrimary",
      isdeleted: "isDeleted",
      createddate: null,
      createdbyid: null,
      lastmodifieddate: null,
      lastmodifiedbyid: null,
      currencyisocode: null,
    },
  },
  later("Quote", ["id", "opportunityid", "quotenumber"], quotesLater),
  later("QuoteLineItem", ["id", "quoteid"], quotesLater),
  later("Order", ["id", "ordernumber"], quotesLater),
  later("Contract", ["id", "contractnumber"], quotesLater),
  later(
    "PricebookEntry",
    ["id", "pricebook2id", "product2id", "unitprice"],
    "price books get their own home in a later version",
  ),
  later("Territory2", ["id", "territory2modelid"], territoriesLater),
  later("UserTerritory2Association", ["id", "territory2id"], territoriesLater),
  later("Case", ["id", "casenumber"], "cases are no part of this record"),
  later("CampaignMember", ["id", "campaignid", "contactid"], "campaigns are no part of this record yet"),
];

const results = /^item (created|updated|deleted|upserted)|^(created|updated|deleted|upserted|success)$/i;

/** Whether columns and the values of a status column are those of a Data Loader's success or error file. */
export function isLoaderResult(
  file: string,
  columns: readonly string[],
  statusValues: readonly string[],
): boolean {
  const last = columns.slice(-2).map((column) => column.trim().toLowerCase());
  const isError = last.includes("error") && /error/i.test(file);
  return (
    isError ||
    (last.includes("status") && statusValues.length > 0 && statusValues.every((one) => results.test(one)))
  );
}
