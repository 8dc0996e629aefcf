import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkBuilt } from '../check-built.ts';
import { median } from '../median.ts';
import { describeRun } from '../run.ts';
import { type Audit, audit, startBrowser } from './audit.ts';
import { type Row, toMarkdown } from './report.ts';
import { serve } from './serve.ts';
import { makeSites, type Site } from './sites.ts';

const ROUNDS = 5;

const started = performance.now();
await checkBuilt([new URL('../../../apps/docs/dist/index.html', import.meta.url).href]);
console.log('Making each site …');
const sites = await makeSites(fileURLToPath(new URL('../../.tmp/docs', import.meta.url)));
const rows = await measure(sites);
const report = toMarkdown(describeRun(started), rows);
await writeFile(new URL('../../docs-result.md', import.meta.url), report);
console.log(`\n${report}\nWritten to bench/docs-result.md.`);

/** All sites take turns in every round, so that whatever slows the machine down slows all of them down. */
async function measure(all: readonly Site[]): Promise<Row[]> {
  const served = await Promise.all(
    all.map(async ({ name, folder }) => ({ name, server: await serve(folder), audits: [] as Audit[] })),
  );
  const browser = await startBrowser();
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.log(`Looking at each, round ${round} of ${ROUNDS} …`);
      for (const { server, audits } of served) audits.push(await audit(server.url, browser.port));
    }
  } finally {
    browser.kill();
    for (const { server } of served) server.close();
  }
  return served.map(({ name, audits }) => ({ name, ...medians(audits) }));
}

function medians(audits: readonly Audit[]): Audit {
  const of = (pick: (one: Audit) => number) => median(audits.map(pick));
  return {
    lcp: of(({ lcp }) => lcp),
    tbt: of(({ tbt }) => tbt),
    kilobytes: of(({ kilobytes }) => kilobytes),
    scores: (audits[0]?.scores ?? []).map((_, index) => of(({ scores }) => scores[index] ?? Number.NaN)),
  };
}
