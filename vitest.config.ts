import { defineConfig } from "vitest/config";

/** Slow rings are named in bin/test.ts; alone, `vitest run PATH` runs whatever it is given. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
