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
    // Prism has a thousand modules; the cache makes a second start faster. It works only for later imports. A static import would
    // fail on an older Node.js before the check above.
    const { enableCompileCache } = await import('node:module');
    enableCompileCache();
    // A request leaves little memory behind, so the young generation can keep its first size. Otherwise Node.js doubles it
    // repeatedly, and the mock takes twice the memory for nothing.
    setFlagsFromString('--semi-space-growth-factor=1');
    const { run } = await import('./run.ts');
    await run(settings);
  }
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
