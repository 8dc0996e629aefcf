/** Checks the machine, then runs turbo with the given arguments and without telemetry. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import './check-node.mjs';

const turbo = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));
const { status } = spawnSync(process.execPath, [turbo, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
});
process.exit(status ?? 1);
