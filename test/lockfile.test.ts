/** The lock file installs the same on every machine: all variants, with integrity, without running a script. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allPlatformsAreLocked, installsAreSafe, type Lock, versionsAreExact } from "./architecture/lock.ts";
import { projectRoot } from "./architecture/source.ts";

const read = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), "utf8"));
const { lockfileVersion, packages } = read("package-lock.json") as {
  lockfileVersion: number;
  packages: Lock;
};
const packageJson = read("package.json");

describe("the lock file of the project", () => {
  test("it was read", () => {
    expect(lockfileVersion).toBe(3);
    expect(Object.keys(packages).length).toBeGreaterThan(100);
  });

  test("every package has its integrity, names no place and runs no script", () => {
    expect(installsAreSafe(packages)).toEqual([]);
  });

  test("what comes in variants is locked for Linux, macOS and Windows", () => {
    expect(allPlatformsAreLocked(packages)).toEqual([]);
  });

  test("versions are exact, and those that package.json asks for", () => {
    expect(versionsAreExact(packageJson, packages)).toEqual([]);
  });
});

describe("what the checks catch", () => {
  const integrity = "sha512-abc";
  const variant = (os: string, cpu: string) => ({ version: "1.0.0", integrity, os: [os], cpu });
  const engine: Lock = {
    "node_modules/engine": {
      version: "1.0.0",
      integrity,
      optionalDependencies: {
        "engine-linux-x64": "1.0.0",
        "engine-linux-x64-musl": "1.0.0",
        "engine-linux-arm64": "1.0.0",
        "engine-darwin-x64": "1.0.0",
        "engine-darwin-arm64": "1.0.0",
        "engine-win-x64": "1.0.0",
      },
    },
    "node_modules/engine-linux-x64": variant("linux", "x64"),
    "node_modules/engine-linux-arm64": variant("linux", "arm64"),
    "node_modules/engine-darwin-x64": variant("darwin", "x64"),
    "node_modules/engine/node_modules/engine-darwin-arm64": variant("darwin", "arm64"),
    "node_modules/engine-win-x64": variant("win32", "x64"),
  };

  test("a family with all its variants is right", () => {
    expect(allPlatformsAreLocked(engine)).toEqual([]);
    expect(installsAreSafe(engine)).toEqual([]);
  });

  test("a variant that is missing, or that is for another machine than it says, is caught", () => {
    const { "node_modules/engine-win-x64": _, ...withoutWindows } = engine;
    const wrongArm = { ...withoutWindows, "node_modules/engine-linux-arm64": variant("linux", "arm") };
    expect(allPlatformsAreLocked(wrongArm)).toEqual([
      "engine: engine-linux-arm64 is not locked.",
      "engine: engine-win-x64 is not locked.",
    ]);
  });

  test("a family that has nothing for one of our machines is caught", () => {
    const optionalDependencies = {
      "engine-linux-x64": "1.0.0",
      "engine-linux-arm64": "1.0.0",
      "engine-darwin-arm64": "1.0.0",
    };
    expect(allPlatformsAreLocked({ ...engine, "": { optionalDependencies } })).toEqual([
      "The project itself has no variant for darwin-x64.",
      "The project itself: engine-darwin-arm64 is not locked.",
      "The project itself has no variant for win32-x64.",
    ]);
  });

  test("a package without integrity, one from a place, one that is a link and one with a script are caught", () => {
    const lock: Lock = {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0", integrity, resolved: "https://example.org/b.tgz" },
      "node_modules/a/node_modules/@x/c": { integrity, link: true },
      "node_modules/d": { integrity, hasInstallScript: true },
    };
    expect(installsAreSafe(lock)).toEqual([
      "a has no integrity (sha512).",
      "b names a place to fetch from; leave that to npm's own setting.",
      "@x/c is a link into somebody's folder.",
      "d runs a script when it is installed.",
    ]);
  });

  test("a range of versions and a version that is not the locked one are caught", () => {
    const wants = { dependencies: { engine: "^1.0.0" }, devDependencies: { "engine-win-x64": "1.0.1" } };
    expect(versionsAreExact(wants, engine)).toEqual([
      "package.json asks for engine ^1.0.0, not for one version.",
      "package.json asks for engine-win-x64 1.0.1, but 1.0.0 is locked.",
    ]);
  });
});
