import { defineConfig } from "vitest/config";

/** Slow rings are named in bin/test.ts; alone, `vitest run PATH` runs whatever it is given. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: "forks",
    // A process runs many files: sixteen small ones that open a database took 21 s this way, and 41 s with a process for each.
    isolate: false,
  },
});
