/** The door of improve for both sides of the wire. */
export * from "./adviser/contract.ts";
