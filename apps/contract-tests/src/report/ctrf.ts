import type { Report } from '@ax-cloud/contract/report';
import { identity } from './wording.ts';

/** CTRF's status for each outcome. An observation neither passed nor failed. */
const STATUSES = {
  passed: 'passed',
  failed: 'failed',
  observed: 'other',
  skipped: 'skipped',
  'not run': 'pending',
  error: 'failed',
} as const;

/** The run in the Common Test Report Format, see ctrf.io. */
export function toCtrf(report: Report): string {
  const { cases, startedAt, summary, tool } = report;
  const tests = cases.map(({ id, title, level, outcome, remarks, exchange, durationMs }) => ({
    name: `${id}: ${title.en}`,
    status: STATUSES[outcome],
    rawStatus: outcome,
    duration: durationMs,
    tags: [level],
    message: remarks.map(({ en }) => en).join('\n'),
    ...(outcome === 'failed' && exchange !== null && { trace: exchange.curl }),
  }));
  const counts = ['passed', 'failed', 'skipped', 'pending', 'other'].map((one) => [
    one,
    tests.filter(({ status }) => status === one).length,
  ]);
  const start = Date.parse(startedAt);
  const stop = start + Math.round(summary.seconds * 1000);
  const results = {
    tool: { name: tool.name, version: tool.version },
    summary: { tests: tests.length, ...Object.fromEntries(counts), start, stop },
    tests,
  };
  const extra = { ...identity(report), sentence: summary.sentence.en };
  return `${JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', extra, results }, null, 2)}\n`;
}
