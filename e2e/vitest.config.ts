import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'src/install-packed.ts',
    hookTimeout: 120_000,
    // Names each runtime that is skipped; other reporters only count them.
    reporters: ['verbose'],
  },
});
