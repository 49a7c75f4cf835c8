/** The record: one PostgreSQL, embedded or on a server, behind one driver. */
export { type Database, type DatabaseOptions, type Db, openDatabase } from "./database.ts";
export { migrate } from "./migrate.ts";
export { type Author, type Basis, writeAs } from "./write-as.ts";
