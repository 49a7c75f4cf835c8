/** The door of run for whoever speaks to it over the wire. */
export * from "./pipeline/contract.ts";
