import { defineConfig } from 'vitest/config';

/** The docs' own tests of the code samples, which need neither a built site nor a browser. */
export default defineConfig({
  test: {
    include: ['test/*samples.test.ts', 'test/sample-*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each test starts a virtual machine.
    maxConcurrency: 4,
    fileParallelism: false,
  },
});
