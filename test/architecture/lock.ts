/** What the lock file must hold, so that the same install works on every machine that we name. */
import type { Violation } from "./source.ts";

export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
export type Lock = Readonly<Record<string, LockEntry>>;

/** The machines on which Quarterdeck is installed. On Linux the variant for glibc is enough. */
export const platforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"] as const;

/** Installing runs nobody's code, fetches from where the reader's npm is told to, and gets what was locked. */
export function installsAreSafe(lock: Lock): Violation[] {
  return Object.entries(lock).flatMap(([path, entry]) => {
    if (path === "") return [];
    const name = path.replace(/^.*node_modules\//, "");
    const problems = [
      entry.integrity?.startsWith("sha512-") ? null : "has no integrity (sha512)",
      entry.resolved === undefined ? null : "names a place to fetch from; leave that to npm's own setting",
      entry.link ? "is a link into somebody's folder" : null,
      entry.hasInstallScript ? "runs a script when it is installed" : null,
    ];
    return problems.filter((problem) => problem !== null).map((problem) => `${name} ${problem}.`);
  });
}

/** A package that comes in one variant for each machine is locked in all variants that our readers need. */
export function allPlatformsAreLocked(lock: Lock): Violation[] {
  return Object.entries(lock).flatMap(([path, entry]) => {
    const family = Object.keys(entry.optionalDependencies ?? {}).filter((name) => platformOf(name) !== null);
    if (family.length < 2) return [];
    const who = path === "" ? "The project itself" : path.replace(/^.*node_modules\//, "");
    return platforms.flatMap((platform) => {
      const variants = family.filter((name) => platformOf(name) === platform && !name.includes("musl"));
      if (variants.length === 0) return [`${who} has no variant for ${platform}.`];
      return variants.some((name) => isLockedFor(lock, path, name, platform))
        ? []
        : [`${who}: ${variants.join(" or ")} is not locked.`];
    });
  });
}

/** "darwin-arm64" for "@x/core-darwin-arm64", or null for a name that says no machine. */
function platformOf(name: string): string | null {
  const [, system, processor] = /(linux|darwin|win32|win)-(x64|arm64)(?:-|$)/.exec(name) ?? [];
  return system === undefined ? null : `${system === "win" ? "win32" : system}-${processor}`;
}

function isLockedFor(lock: Lock, of: string, name: string, platform: string): boolean {
  const nested = of === "" ? undefined : lock[`${of}/node_modules/${name}`];
  const entry = nested ?? lock[`node_modules/${name}`];
  const [system, processor] = platform.split("-");
  return (
    entry !== undefined &&
    [entry.os ?? []].flat().includes(system ?? "") &&
    [entry.cpu ?? []].flat().includes(processor ?? "")
  );
}

type Wants = Pick<LockEntry, "dependencies" | "devDependencies" | "optionalDependencies">;

/** package.json asks for exact versions, and the lock holds just those. */
export function versionsAreExact(packageJson: Wants, lock: Lock): Violation[] {
  const wanted = {
    ...packageJson.dependencies,
    ...packageJson.devDependencies,
    ...packageJson.optionalDependencies,
  };
  return Object.entries(wanted).flatMap(([name, version]) => {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      return [`package.json asks for ${name} ${version}, not for one version.`];
    const locked = lock[`node_modules/${name}`]?.version;
    return locked === version
      ? []
      : [`package.json asks for ${name} ${version}, but ${locked ?? "nothing"} is locked.`];
  });
}
