import type { Goal, Row } from './result.ts';

/** The cells of one table, its head first. */
export type Table = readonly (readonly string[])[];

export function tabulateRows(rows: readonly Row[]): Table {
  return [
    [
      '',
      'version',
      'stubbed ×',
      'µs',
      'loopback ×',
      'µs',
      'bytes',
      'on demand',
      'import ms',
      'packages',
      'KB',
    ],
    ...rows.map((row) => [
      row.name,
      row.version,
      row.stubbed.ratio.toFixed(2),
      row.stubbed.us.toFixed(1),
      row.loopback.ratio.toFixed(2),
      row.loopback.us.toFixed(0),
      `${row.size.loaded}`,
      `${row.size.onDemand}`,
      row.importMs.toFixed(1),
      `${row.packages}`,
      `${row.kilobytes}`,
    ]),
  ];
}

export function tabulateGoals(goals: readonly Goal[]): Table {
  return [
    ['goal', '', 'measured', 'margin'],
    ...goals.map(({ goal, reached, measured, margin }) => [
      goal,
      reached ? 'reached' : 'MISSED',
      measured,
      margin,
    ]),
  ];
}

/** For a terminal: columns as wide as their widest cell. */
export function formatPlain(table: Table): string {
  const widths = measureColumns(table);
  return table.map((cells) => pad(cells, widths).join('  ').trimEnd()).join('\n');
}

/** For a Markdown file. */
export function formatMarkdown(table: Table): string {
  const widths = measureColumns(table);
  const lines = table.map((cells) => `| ${pad(cells, widths).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function measureColumns(table: Table): number[] {
  return (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
}

function pad(cells: readonly string[], widths: readonly number[]): string[] {
  return cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
}
