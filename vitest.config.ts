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
    // A process runs many files: to begin one for each costs as much as half of the tests.
    isolate: false,
  },
});
