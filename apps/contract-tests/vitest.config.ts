import { defineConfig } from 'vitest/config';

// For the tests of this workspace. src/execute.ts starts the suite against a server without a config file.
export default defineConfig({ test: { dir: 'test', testTimeout: 60_000 } });
