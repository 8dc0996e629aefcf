import { defineConfig } from 'vitest/config';

// Its own tests. The suite against a server is started by src/execute.ts, which reads no file.
// Their files share a process, with the cases, the readings and the validators that it has made.
export default defineConfig({ test: { dir: 'test', testTimeout: 60_000, isolate: false } });
