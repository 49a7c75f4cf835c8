/** The door of analytics for whoever speaks to it over the wire. */
export * from "./measures/contract.ts";
