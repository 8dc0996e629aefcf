import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Not named *.test.ts, because the client's own test run looks into this folder, too.
    include: ['test/*.ts'],
    globalSetup: 'src/install-packed.ts',
    hookTimeout: 120_000,
    // Names each runtime that is skipped; other reporters only count them.
    reporters: ['verbose'],
  },
});
