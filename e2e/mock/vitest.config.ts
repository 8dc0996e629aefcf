import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The mock's own tests, on the mock that is built in place of its sources. */
const built = fileURLToPath(new URL('../../apps/mock/dist/index.js', import.meta.url));

export default defineConfig({
  plugins: [
    {
      name: 'built-mock',
      enforce: 'pre',
      resolveId: (id) => (id.endsWith('/src/index.ts') ? built : undefined),
    },
  ],
  test: { testTimeout: 60_000, hookTimeout: 60_000, server: { deps: { external: [/apps\/mock\/dist/] } } },
});
