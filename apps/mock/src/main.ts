#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { CommandError } from '@ax-cloud/contract/command-error';
import { checkNodeVersion } from './node-version.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.show !== undefined) {
    const { show } = await import('./show.ts');
    process.stdout.write(await show(settings.show, settings.contract));
  } else {
    checkNodeVersion();
    // Prism is a thousand modules, so a second start is shorter. Only what is imported later profits. An older Node.js has
    // no such function, and would say so in place of the check before.
    const { enableCompileCache } = await import('node:module');
    enableCompileCache();
    // A request leaves little behind, so that the space for what is young can stay as small as it is at first. Otherwise
    // Node.js doubles it again and again, and the mock takes twice the memory for nothing.
    setFlagsFromString('--semi-space-growth-factor=1');
    const { run } = await import('./run.ts');
    await run(settings);
  }
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
