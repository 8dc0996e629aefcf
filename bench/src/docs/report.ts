import { type Run, showRun } from '../run.ts';
import { formatMarkdown } from '../table.ts';
import type { Audit } from './audit.ts';
import { OURS, STOCK } from './sites.ts';

/** The medians of one site. */
export interface Row extends Audit {
  name: string;
}

/** Writes a result as Markdown, which a terminal shows just as well. */
export function toMarkdown(run: Run, rows: readonly Row[]): string {
  const [ours, stock] = [find(rows, OURS), find(rows, STOCK)];
  const table = [
    ['', 'LCP ms', `× ${STOCK}`, 'TBT ms', 'kB', 'performance', 'accessibility', 'best practices', 'SEO'],
    ...rows.map(({ name, lcp, tbt, kilobytes, scores }) => [
      name,
      lcp.toFixed(0),
      (lcp / stock.lcp).toFixed(2),
      tbt.toFixed(0),
      kilobytes.toFixed(0),
      ...scores.map(String),
    ]),
  ];
  const goals = [
    [`LCP: ≤ 0.3 × ${STOCK}`, ours.lcp <= 0.3 * stock.lcp, `${(ours.lcp / stock.lcp).toFixed(2)} ×`],
    [
      `TBT: ≤ 0.1 × ${STOCK}`,
      ours.tbt <= 0.1 * stock.tbt,
      `${ours.tbt.toFixed(0)} ms of ${stock.tbt.toFixed(0)} ms`,
    ],
    ['Lighthouse: 100 in each category', ours.scores.every((score) => score === 100), ours.scores.join(', ')],
  ] as const;
  const judged = [
    ['goal', '', 'measured'],
    ...goals.map(([goal, reached, measured]) => [goal, reached ? 'reached' : 'MISSED', measured]),
  ];
  return `# The docs beside those of other tools

Written by \`pnpm bench docs\`; what the columns mean is in the [README](README.md).
${showRun(run)} × is a ratio within this run.

${formatMarkdown(table)}

## Goals

${formatMarkdown(judged)}
`;
}

function find(rows: readonly Row[], name: string): Row {
  const row = rows.find((one) => one.name === name);
  if (row === undefined)
    throw new Error(`The benchmark has measured no "${name}". See bench/src/docs/sites.ts.`);
  return row;
}
