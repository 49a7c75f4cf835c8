/** The door of pay for both sides of the wire. */
export * from "./bands/contract.ts";
export * from "./standings/contract.ts";
