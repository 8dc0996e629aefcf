import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/global-setup.ts',
    // The files leave nothing behind, and their imports take longer than most of their tests.
    isolate: false,
    // Samples wait for their own time-outs, and other packages' tests run at the same time.
    testTimeout: 60_000,
    // Hooks compile samples, the first time with Go's whole library.
    hookTimeout: 300_000,
    maxConcurrency: 10,
    // No test is about the speed of a busy browser.
    expect: { poll: { timeout: 15_000 } },
  },
});
