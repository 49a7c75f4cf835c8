/** The door of plan for both sides of the wire. */
export * from "./budget/contract.ts";
export * from "./targets/contract.ts";
