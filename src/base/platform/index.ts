/** The door of the platform: the record, the replica, measures, HTTP and the one policy. */

export * from "./at-hand.ts";
export * from "./audit/index.ts";
export * from "./db/index.ts";
export * from "./http/index.ts";
export * from "./list/index.ts";
export * from "./lock/index.ts";
export * from "./measures/index.ts";
export * from "./observed.ts";
export * from "./policy/index.ts";
export * from "./replica/index.ts";
export * from "./sheet/index.ts";
