import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'src/install-packed.ts',
    // No test is about speed: other people's compilers run here, beside whatever else the machine does.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Names each runtime that is skipped; other reporters only count them.
    reporters: ['verbose'],
  },
});
