/** Leads of no known CRM: kept as contacts with custom fields until leads have their own home. */
import type { Shape } from "./shape.ts";

export const leadShapes: readonly Shape[] = [
  {
    source: "csv",
    object: "contact",
    title: "leads, kept as contacts with custom fields until leads have their own home",
    needs: ["leadsource"],
    needsOne: ["prospectid", "leadnumber", "leadorigin", "leadid"],
    never: ["stage", "dealname", "opportunityid", "potentialname"],
    telling: true,
    columns: {
      prospectid: "id",
      leadid: "id",
      id: "id",
      leadnumber: "number",
      name: "name",
      leadname: "name",
      firstname: "firstName",
      lastname: "lastName",
      email: "email",
      emailaddress: "email",
      phone: "phone",
      mobile: "phone",
      title: "title",
      jobtitle: "title",
      company: "account",
      leadowner: "owner",
      owner: "owner",
      createdtime: "createdAt",
      createddate: "createdAt",
      createdon: "createdAt",
    },
    given: { unnamedAs: "Lead" },
  },
];
