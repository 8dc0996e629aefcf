#!/usr/bin/env node
import { CommandError } from '@ax-cloud/contract/command-error';
import { readOwnContract } from '../contract-file.ts';
import { createLineWriter } from '../lines.ts';
import { type RunningProxy, startProxy } from './proxy.ts';
import { readProxySettings } from './settings.ts';

/** `pnpm proxy`: stands in front of the server in AX_BASE_URL until a signal ends it, and then sums up. */
const log = createLineWriter(process.stdout);
let proxy: RunningProxy;
try {
  const contract = await readOwnContract();
  proxy = await startProxy({ ...readProxySettings(process.env, contract), contract, log });
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
