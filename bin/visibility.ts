/** Prints the rules of visibility as row-level security, to be put into a migration: node bin/visibility.ts */
import { visibility } from "../src/app/capabilities.ts";
import { rowSecurity } from "../src/base/platform/index.ts";

console.log(rowSecurity(visibility));
