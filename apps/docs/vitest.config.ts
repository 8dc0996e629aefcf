import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/global-setup.ts',
    // Samples wait for their own time-outs, and share the machine with the other packages' tests.
    testTimeout: 60_000,
    // They compile, with all of Go's library where nothing was compiled before.
    hookTimeout: 300_000,
    maxConcurrency: 10,
    // A busy browser is slow, and no test is about that.
    expect: { poll: { timeout: 15_000 } },
  },
});
