import type { Goal } from './goals.ts';
import { BARE, PRISM_LOGGING } from './libraries.ts';
import type { Row } from './measure.ts';

/** One run of the benchmark. */
export interface Result {
  date: string;
  node: string;
  cpus: string;
  seconds: number;
  rows: readonly Row[];
  goals: readonly Goal[];
}

/** Writes a result as Markdown, which a terminal shows just as well. */
export function toMarkdown({ date, node, cpus, seconds, rows, goals }: Result): string {
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

Written by \`pnpm --filter @ax-cloud/channel-mock bench\`; what the columns mean is in the [README](README.md).
${date}, Node.js ${node}, ${cpus}, in ${seconds} s. × is a ratio within this run.

${formatTable(table)}

## Goals

${formatTable(judged)}

${reached} of ${goals.length} goals are reached.
`;
}

function formatTable(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(table[0] ?? []), rule, ...table.slice(1).map(line)].join('\n');
}
