/** The door of people for both sides of the wire. */
export * from "./organization/contract.ts";
export * from "./workspace/contract.ts";
