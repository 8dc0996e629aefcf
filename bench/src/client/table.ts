import type { Table } from '../table.ts';
import type { Goal, Row } from './result.ts';

/** One row for each library. */
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

/** One row for each goal. */
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
