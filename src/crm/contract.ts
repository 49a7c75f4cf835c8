/** The door of crm for both sides of the wire. */
export * from "./accounts/contract.ts";
export * from "./activities/contract.ts";
export * from "./contacts/contract.ts";
export * from "./fields/contract.ts";
export * from "./handover/contract.ts";
export * from "./history/contract.ts";
export * from "./imports/contract.ts";
export * from "./lists/contract.ts";
export * from "./opportunities/contract.ts";
export * from "./opportunities/verb-contract.ts";
export * from "./pipelines/contract.ts";
export * from "./products/contract.ts";
export * from "./search/contract.ts";
export * from "./seen-by/contract.ts";
export * from "./views/contract.ts";
