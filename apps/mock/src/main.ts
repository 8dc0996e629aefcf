#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { CommandError } from '@ax-cloud/contract/command-error';
import { HELP } from './help.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.show === 'help') process.stdout.write(HELP);
  else {
    // Prism is a thousand modules, so a second start is shorter. Only what is imported later profits.
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
