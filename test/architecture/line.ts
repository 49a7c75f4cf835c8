/** The line of capabilities, the doors, and what stands where. The one ordered array that the rules are made from. */

/** Imports, foreign keys and joins point left; events point right. */
export const line = [
  "base",
  "people",
  "crm",
  "plan",
  "run",
  "enable",
  "pay",
  "analytics",
  "improve",
  "app",
] as const;

/** The parts of base in their own line: each may use those to its left. `ui` and `platform` are strangers. */
export const partsOfBase = ["kernel", "contract", "platform", "ui"] as const;

/** A door's specifier and the file behind it, for every capability that has doors. */
export function doorFiles(): Map<string, string> {
  const doors = new Map<string, string>([
    ["#base/kernel", "src/base/kernel/index.ts"],
    ["#base/contract", "src/base/contract.ts"],
    ["#base/wire", "src/base/wire.ts"],
    ["#base/platform", "src/base/platform/index.ts"],
    ["#base/ui", "src/base/ui/index.ts"],
  ]);
  for (const capability of line.slice(1, -1)) {
    doors.set(`#${capability}`, `src/${capability}/index.ts`);
    doors.set(`#${capability}/contract`, `src/${capability}/contract.ts`);
    doors.set(`#${capability}/screens`, `src/${capability}/screens.tsx`);
  }
  return doors;
}

/** The capability of a path below src/ or of a door's specifier, or null. */
export function capabilityOf(pathOrDoor: string): string | null {
  const name = /^(?:src\/|#)([a-z-]+)/.exec(pathOrDoor)?.[1];
  return name !== undefined && (line as readonly string[]).includes(name) ? name : null;
}

/** Which part of base a path or door belongs to; files that lie directly in src/base belong to the contract. */
export function partOfBase(pathOrDoor: string): string | null {
  if (pathOrDoor === "#base/wire") return "contract";
  const part = /^(?:src\/base\/|#base\/)([a-z-]+)(?=\/|$)/.exec(pathOrDoor)?.[1];
  if (part !== undefined && (partsOfBase as readonly string[]).includes(part)) return part;
  return pathOrDoor.startsWith("src/base/") ? "contract" : null;
}

export function placeInLine(capability: string): number {
  return (line as readonly string[]).indexOf(capability);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

const roles = ["contract", "store", "actions", "routes", "measures", "dimensions"];

/** The role that a file's name gives it ("store" for store.ts and team-store.ts), or null for a noun. */
export function roleOf(path: string): string | null {
  const stem = /([^/]+?)(?:\.test)?\.tsx?$/.exec(path)?.[1] ?? "";
  return roles.find((role) => stem === role || stem.endsWith(`-${role}`)) ?? null;
}

/** Folders inside a noun's folder that are not the noun: its screens, and what reads the bytes of somebody's file. */
const notTheNoun = /\/(screens|reading)\//;

/** A noun file: a .ts file below a noun's folder that has no role. Pure. */
export function isNoun(path: string): boolean {
  const inNounFolder = /^src\/(?!base\/|app\/)[a-z-]+\/[a-z-]+\/.*\.ts$/.test(path) && !notTheNoun.test(path);
  return inNounFolder && !isTest(path) && !path.endsWith("/index.ts") && roleOf(path) === null;
}

/** What a browser loads: screens, the shared interface, the web app. */
export function isScreen(path: string): boolean {
  if (isTest(path)) return false;
  return path.endsWith(".tsx") || path.includes("/screens/") || /^src\/(base\/ui|app\/web)\//.test(path);
}

/** A file that says what crosses the wire. */
export function isContract(path: string): boolean {
  return !isTest(path) && (roleOf(path) === "contract" || path === "src/base/wire.ts");
}
