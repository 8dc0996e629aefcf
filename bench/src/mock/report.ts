import { type Run, showRun } from '../run.ts';
import { formatMarkdown } from '../table.ts';
import { BARE, PRISM_LOGGING } from './compared.ts';
import type { Goal } from './goals.ts';
import type { Row } from './measure.ts';

/** One run of the benchmark. */
export interface Result extends Run {
  rows: readonly Row[];
  goals: readonly Goal[];
}

/** Writes a result as Markdown, which a terminal shows just as well. */
export function toMarkdown({ rows, goals, ...run }: Result): string {
  const of = (name: string) => rows.find((row) => row.name === name);
  const prism = of(PRISM_LOGGING);
  const ratio = (value: number, base = Number.NaN) => (value / base).toFixed(2);
  const table = [
    [
      '',
      'requests/s',
      `× ${PRISM_LOGGING}`,
      `× ${BARE}`,
      'p99 ms',
      'start ms',
      `× ${PRISM_LOGGING}`,
      'MB',
      'failed',
    ],
    ...rows.map(({ name, perSecond, p99, startMs, memory, failed }) => [
      name,
      perSecond.toFixed(0),
      ratio(perSecond, prism?.perSecond),
      ratio(perSecond, of(BARE)?.perSecond),
      p99.toFixed(0),
      startMs.toFixed(0),
      ratio(startMs, prism?.startMs),
      memory.map((megabytes) => megabytes.toFixed(0)).join(', '),
      String(failed),
    ]),
  ];
  const judged = [
    ['goal', '', 'measured'],
    ...goals.map(({ goal, reached, measured }) => [goal, reached ? 'reached' : 'MISSED', measured]),
  ];
  const reached = goals.filter((goal) => goal.reached).length;
  return `# The mock beside other mock servers

Written by \`pnpm bench mock\`; what the columns mean is in the [README](README.md).
${showRun(run)} × is a ratio within this run.

${formatMarkdown(table)}

## Goals

${formatMarkdown(judged)}

${reached} of ${goals.length} goals are reached.
`;
}
