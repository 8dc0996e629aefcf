import { defineConfig } from 'vitest/config';

// Its own tests. The suite against a server is started by src/execute.ts, which reads no file.
export default defineConfig({ test: { dir: 'test', testTimeout: 60_000 } });
