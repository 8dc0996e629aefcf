#!/usr/bin/env node
import { CommandError } from '@ax-cloud/contract/command-error';
import { usageExitCode } from '@ax-cloud/contract/command-line';
import { createLineWriter } from '../lines.ts';
import { checkNodeVersion } from '../node-version.ts';
import { PROXY_HELP } from './help.ts';
import type { RunningProxy } from './proxy.ts';

// `pnpm proxy`: stands in front of the server in AX_BASE_URL until a signal ends it, and then prints a summary.
const usage = usageExitCode(process.argv.slice(2), PROXY_HELP);
if (usage !== undefined) process.exit(usage);

const log = createLineWriter(process.stdout);
let proxy: RunningProxy;
try {
  checkNodeVersion();
  const { run } = await import('./run.ts');
  proxy = await run(process.env, log);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await proxy.close();
    for (const line of proxy.tally.summary()) log(line);
  });
