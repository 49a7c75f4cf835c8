/** The record: one PostgreSQL, embedded or on a server, behind one driver. */
export { type Database, type DatabaseOptions, type Db, openDatabase, recordIn } from "./database.ts";
export { migrate } from "./migrate.ts";
export { restoreSnapshot } from "./restore.ts";
export { databaseSize } from "./size.ts";
export { describeSnapshots, listSnapshots, snapshotsIn, takeSnapshot } from "./snapshot.ts";
export { scheduleSnapshots } from "./snapshot-schedule.ts";
export { countTablesAnew } from "./statistics.ts";
export { type Author, type Basis, writeAs } from "./write-as.ts";
