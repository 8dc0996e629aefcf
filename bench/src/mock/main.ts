import { access, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { judge } from './goals.ts';
import { MOCK } from './libraries.ts';
import { measure } from './measure.ts';
import { toMarkdown } from './report.ts';

await access(MOCK).catch(() => {
  console.error(
    'apps/mock/dist/main.js is missing. Run "pnpm exec turbo run build --filter=@ax-cloud/channel-mock" first.',
  );
  process.exit(1);
});
const started = performance.now();
const rows = await measure((text) => console.log(text));
const processors = cpus();
const result = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpus: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
  seconds: Math.round((performance.now() - started) / 1000),
  rows,
  goals: judge(rows),
};
const report = toMarkdown(result);
await writeFile(new URL('../../mock-result.md', import.meta.url), report);
console.log(`\n${report}\nWritten to bench/mock-result.md.`);
