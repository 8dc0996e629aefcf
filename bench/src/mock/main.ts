import { writeFile } from 'node:fs/promises';
import { checkBuilt } from '../check-built.ts';
import { describeRun } from '../run.ts';
import { MOCK } from './compared.ts';
import { judge } from './goals.ts';
import { measure } from './measure.ts';
import { toMarkdown } from './report.ts';

const started = performance.now();
await checkBuilt([MOCK.href, import.meta.resolve('@ax-cloud/channel-spec/openapi.json')]);
const rows = await measure((text) => console.log(text));
const report = toMarkdown({ ...describeRun(started), rows, goals: judge(rows) });
await writeFile(new URL('../../mock-result.md', import.meta.url), report);
console.log(`\n${report}\nWritten to bench/mock-result.md.`);
