/** The door of people for both sides of the wire. */
export * from "./access/contract.ts";
export * from "./organization/contract.ts";
export * from "./organization/reassignment/contract.ts";
export * from "./roles/contract.ts";
export * from "./workspace/contract.ts";
