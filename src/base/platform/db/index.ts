/** The record: one PostgreSQL, embedded or on a server, behind one driver. */
export { loadBackup, takeBackup } from "./backup/backup.ts";
export { isBackup } from "./backup/backup-file.ts";
export { checkBackup, type TableCount } from "./backup/read-backup.ts";
export { blankMark, layBlankRecord } from "./blank-record.ts";
export { type Database, type DatabaseOptions, type Db, openDatabase, recordIn } from "./database.ts";
export { type Examination, examineDatabase } from "./examine.ts";
export { migrate } from "./migrate.ts";
export { leaveNarrow, type NarrowedTo } from "./narrow.ts";
export { restoreBackup, restoreSnapshot } from "./restore.ts";
export { type FormerValues, putBackRecords, removeRecords, revertRecords } from "./revert.ts";
export { tried } from "./savepoint.ts";
export { databaseSize } from "./size.ts";
export { describeSnapshots, listSnapshots, snapshotsIn, takeSnapshot } from "./snapshot.ts";
export { scheduleSnapshots } from "./snapshot-schedule.ts";
export { countTablesAnew } from "./statistics.ts";
export { type CopiedTable, openTrialCopy, type TrialCopy } from "./trial-copy.ts";
export { type Author, type Basis, writeAs } from "./write-as.ts";
