import type { Contract } from '@ax-cloud/contract/contract';
import { REHEARSALS } from './rehearsals.ts';

const PARTS = [
  [/^\$request\.header\.(.+)$/, 'header '],
  [/^\$request\.path\..+$/, 'order '],
] as const;

/**
 * Lists what can be provoked: the documented answers, by the values that the contract names, and the faults that it does
 * not document.
 *
 * @returns the lines to print
 */
export function listScenarios({ responses, version }: Contract): string[] {
  const documented = responses.flatMap(({ status, examples }) =>
    Object.entries(examples).flatMap(([name, { summary, provokedBy }]) =>
      Object.entries(provokedBy).map(([expression, value]) => [
        describe(expression, value),
        `${status} ${name}: ${summary}`,
      ]),
    ),
  );
  const faults = REHEARSALS.flatMap(({ orderCode, name, happens, conclude }) => [
    [`order ${orderCode}`, `${name}: ${happens}`],
    ['', `  → ${conclude}`],
  ]);
  return [
    `Documented (contract ${version})`,
    ...inColumns(documented),
    '',
    'Rehearsals of faults, which the contract does not document',
    ...inColumns(faults),
  ];
}

function describe(expression: string, value: string): string {
  for (const [pattern, part] of PARTS) {
    const match = pattern.exec(expression);
    if (match !== null) return match[1] === undefined ? `${part}${value}` : `${part}${match[1]}: ${value}`;
  }
  return `${expression}: ${value}`;
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([provoked = '']) => provoked.length));
  return rows.map(([provoked = '', answer]) => `  ${provoked.padEnd(width)}  ${answer}`);
}
