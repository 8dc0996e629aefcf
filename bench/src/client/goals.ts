import { BARE, OPENAPI_FETCH, OURS } from './libraries.ts';
import type { Goal, Row } from './result.ts';

/** Compares the client with its goals. A missed one is a line in the table and never a failure: timings depend on the machine. */
export function judge(rows: readonly Row[]): Goal[] {
  const ours = find(rows, OURS);
  const openapiFetch = find(rows, OPENAPI_FETCH);
  const others = rows.filter(({ name, handlesErrors }) => handlesErrors && name !== OURS);
  return [
    atMost(
      'stubbed: no slower than openapi-fetch alone',
      ours.stubbed.ratio,
      openapiFetch.stubbed.ratio,
      times,
    ),
    atMost(`stubbed: ≤ 1.45 × ${BARE}`, ours.stubbed.ratio, 1.45, times),
    atMost(`loopback: ≤ 1.05 × ${BARE}`, ours.loopback.ratio, 1.05, times),
    atMost('import: ≤ 5 ms over bare Node.js', ours.importMs, 5, milliseconds),
    atMost('size: ≤ 4700 bytes to cancel an order', ours.size.loaded, 4700, bytes),
    ...others.map(({ name, size }) =>
      compare(
        `size: smaller than ${name}`,
        ours.size.loaded,
        size.loaded,
        bytes,
        ours.size.loaded < size.loaded,
      ),
    ),
  ];
}

type Format = (value: number) => string;
const times: Format = (ratio) => `${ratio.toFixed(2)} ×`;
const milliseconds: Format = (ms) => `${ms.toFixed(1)} ms`;
const bytes: Format = (count) => `${count} B`;

function atMost(goal: string, value: number, limit: number, format: Format): Goal {
  return compare(goal, value, limit, format, value <= limit);
}

function compare(goal: string, value: number, limit: number, format: Format, reached: boolean): Goal {
  const distance = Math.abs(limit - value);
  const margin = `${format(distance)} ${reached ? 'to spare' : 'too much'} (${((distance / limit) * 100).toFixed(0)} %)`;
  return { goal, measured: `${format(value)} against ${format(limit)}`, reached, margin };
}

function find(rows: readonly Row[], name: string): Row {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined)
    throw new Error(`The benchmark has measured no "${name}". See bench/src/client/libraries.ts.`);
  return row;
}
