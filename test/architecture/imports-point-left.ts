/** A capability imports only what stands to its left, and only through doors. */
import { capabilityOf, doorFiles, isTest, partOfBase, partsOfBase, placeInLine, roleOf } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { type Import, importsOf } from "./syntax.ts";

const doors = doorFiles();

export const importsPointLeft: Rule = (sources) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap((imported) => {
      const problem = problemOf(source.path, imported);
      return problem === null
        ? []
        : [`${source.path}:${imported.line} imports ${imported.specifier}: ${problem}`];
    }),
  );

/** Why one file may not import another, or null. */
function problemOf(path: string, { specifier, target }: Import): string | null {
  if (specifier.startsWith("#")) return path.startsWith("src/") ? throughDoor(path, specifier) : null;
  if (!specifier.startsWith(".")) return null;
  if (target.startsWith("src/")) return relative(path, target);
  return path.startsWith("src/") ? outOfSource(path, target) : null;
}

function throughDoor(path: string, door: string): string | null {
  const from = capabilityOf(path);
  if (door === "#test/cast")
    return from === "app" || isTest(path) ? null : "only app and tests use the sample company.";
  const to = capabilityOf(door);
  if (from === null || to === null || !doors.has(door)) return "there is no such door.";
  if (from !== to) return leftwards(from, to);
  if (from !== "base") return "inside a capability, imports are relative.";
  return withinBase(path, door);
}

function relative(path: string, target: string): string | null {
  const from = capabilityOf(path);
  const to = capabilityOf(target);
  if (!path.startsWith("src/")) return fromOutside(target);
  if (from === null || to === null) return "it is not in a capability of the line.";
  // The theme is one sheet of styles, which no script can hand on.
  if (from === "app" && target === "src/base/ui/styles.css") return null;
  if (from !== to) return `${to} can be entered only through its doors.`;
  return from === "base" ? withinBase(path, target) : null;
}

/** Tests, benchmarks and commands: through doors as well, but they may start the app, and the platform by itself. */
function fromOutside(target: string): string | null {
  const isDoor = [...doors.values()].includes(target);
  const starts = target.startsWith("src/app/") || target.startsWith("src/base/platform/");
  return isDoor || starts ? null : "from outside src/, only doors lead in.";
}

function leftwards(from: string, to: string): string | null {
  return placeInLine(to) < placeInLine(from) ? null : `${to} stands to the right of ${from}.`;
}

function withinBase(path: string, to: string): string | null {
  const from = partOfBase(path);
  const target = partOfBase(to);
  if (from === null || target === null) return "it is in no part of base.";
  if (from === target) return to.startsWith("#") ? "inside a part of base, imports are relative." : null;
  const place = (part: string) => (partsOfBase as readonly string[]).indexOf(part);
  if (place(target) > place(from)) return `in base, ${target} stands to the right of ${from}.`;
  if (from === "ui" && target === "platform")
    return "the interface runs in a browser, the platform does not.";
  const isDoor = to.startsWith("#") || target === "contract" || [...doors.values()].includes(to);
  return isDoor ? null : `base/${target} can be entered only through its door.`;
}

function outOfSource(path: string, target: string): string | null {
  if (isTest(path) && target.startsWith("test/")) return null;
  const mayReadRecordTypes = path.startsWith("src/base/platform/") || roleOf(path) === "store";
  if (target.startsWith("db/") && mayReadRecordTypes) return null;
  return target === "package.json" ? null : "it lies outside of src/.";
}

/** package.json opens no other way into a capability than its doors, and each leads to the file that it should. */
export function onlyDoorsAreOpen(
  packageJson: { imports?: Record<string, unknown> },
  sources: readonly Source[],
): Violation[] {
  const present = new Set(sources.map((source) => source.path));
  return Object.entries(packageJson.imports ?? {}).flatMap(([door, file]) => {
    if (door === "#test/cast") return [];
    if (doors.get(door) === undefined) return [`package.json opens ${door}, which is not a door.`];
    if (`./${doors.get(door)}` !== file)
      return [`package.json leads ${door} to ${String(file)}, not to ${doors.get(door)}.`];
    return present.has(String(file).slice(2))
      ? []
      : [`package.json opens ${door}, but there is no ${String(file).slice(2)}.`];
  });
}
