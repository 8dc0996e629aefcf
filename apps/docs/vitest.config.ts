import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/global-setup.ts',
    // Samples compile, wait for their own time-outs, and share the machine with the other packages' tests.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 10,
  },
});
