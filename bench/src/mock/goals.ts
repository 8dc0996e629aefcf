import { OURS, PRISM_LOGGING, PRISM_SILENT, SCALAR } from './compared.ts';
import type { Row } from './measure.ts';

/** One goal of the mock, and the result. */
export interface Goal {
  goal: string;
  measured: string;
  reached: boolean;
}

/** Compares the mock with its goals. A missed one is a line in the table and never a failure: timings depend on the machine. */
export function judge(rows: readonly Row[]): Goal[] {
  const find = (name: string): Row => {
    const row = rows.find((candidate) => candidate.name === name);
    if (row === undefined)
      throw new Error(`The benchmark has measured no "${name}". See bench/src/mock/compared.ts.`);
    return row;
  };
  const ours = find(OURS);
  const speed = (name: string) => ours.perSecond / find(name).perSecond;
  const [first = Number.NaN, second = Number.NaN] = ours.memory;
  const growth = (second / first - 1) * 100;
  const start = ours.startMs / find(PRISM_LOGGING).startMs;
  return [
    atLeast(`requests/s: ≥ 2.5 × ${PRISM_LOGGING}`, speed(PRISM_LOGGING), 2.5),
    atLeast(`requests/s: above ${PRISM_SILENT}`, speed(PRISM_SILENT), 1),
    atLeast(`requests/s: above ${SCALAR}`, speed(SCALAR), 1),
    { goal: `start: ≤ 0.4 × ${PRISM_LOGGING}`, measured: times(start), reached: start <= 0.4 },
    {
      goal: 'memory: the second 100,000 requests add < 5 %',
      measured: `${growth.toFixed(1)} %`,
      reached: growth < 5,
    },
  ];
}

const times = (ratio: number) => `${ratio.toFixed(2)} ×`;

function atLeast(goal: string, ratio: number, limit: number): Goal {
  return { goal, measured: times(ratio), reached: limit === 1 ? ratio > 1 : ratio >= limit };
}
