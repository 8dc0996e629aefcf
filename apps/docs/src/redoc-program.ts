/**
 * Runs `redocly build-docs` for one page after the other, for `redoc.ts`, so that Redocly is loaded and compiled once for all
 * of them. Its only argument is the pages, as JSON.
 */
import { enableCompileCache } from 'node:module';
import { runInProcess } from '@ax-cloud/channel-spec/in-process';
import type { RedocRun } from './redoc.ts';
import { redocLabels } from './redoc-labels.ts';

const CLI = new URL(import.meta.resolve('@redocly/cli/lib/index.js'));

// As the command of Redocly does.
enableCompileCache();
let language = '';
// Redocly ends the process in the midst of its work where it fails.
process.on('exit', (code) => {
  if (code !== 0) console.error(`"redocly build-docs" failed for the contract in "${language}".`);
});
for (const run of JSON.parse(process.argv[2] ?? '[]') as RedocRun[]) {
  language = run.language;
  Object.assign(globalThis, { redocLabels: language === 'ko' ? redocLabels : undefined });
  const { code, output } = await runInProcess(CLI, ['build-docs', ...run.args]);
  if (code === 0) continue;
  console.error(output);
  process.exit(code);
}
