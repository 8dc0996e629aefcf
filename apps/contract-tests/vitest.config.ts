import { defineConfig } from 'vitest/config';

// For the tests of this workspace. src/execute.ts starts the suite against a server without a config file.
// The test files share a process, and with it the cases, readings and validators that are made once.
export default defineConfig({ test: { dir: 'test', testTimeout: 60_000, isolate: false } });
