import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Samples compile, wait for their own time-outs, and share the machine with the other packages' tests.
  test: { testTimeout: 60_000, hookTimeout: 60_000, maxConcurrency: 10 },
});
