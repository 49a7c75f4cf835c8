/** Who has a data directory: one process at a time. */
export { type Held, type Holder, type HolderRecord, readHolder, takeDirectory } from "./lock.ts";
