/** The door of people for both sides of the wire. */
export * from "./access/contract.ts";
export * from "./access/seat-contract.ts";
export * from "./access/sign-in-contract.ts";
export * from "./audit/contract.ts";
export * from "./candidates/contract.ts";
export * from "./careers/contract.ts";
export * from "./organization/contract.ts";
export * from "./organization/reassignment/contract.ts";
export * from "./rights/contract.ts";
export * from "./roles/contract.ts";
export * from "./workspace/contract.ts";
