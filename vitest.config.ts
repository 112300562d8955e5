import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{app,bench,lib,db,inngest,scripts,components,tests}/**/*.test.{ts,tsx}"],
    setupFiles: ["./tests/support/environment.ts"],
    globalSetup: ["./tests/support/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
