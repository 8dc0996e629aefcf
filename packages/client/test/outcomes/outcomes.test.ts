import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enumerate } from './enumerate.ts';
import { FAILURES } from './failures.ts';
import { INTERRUPTIONS } from './interruptions.ts';
import { INVARIANTS } from './invariants.ts';
import { LATE, MISSING, READY } from './keys.ts';
import { nameOf, perform, type Run } from './perform.ts';
import { RESPONSES } from './responses.ts';

const EVENTS = [...RESPONSES, ...FAILURES, ...INTERRUPTIONS];
/** One event of each kind. */
const KINDS = EVENTS.filter(({ isVariant }) => isVariant !== true);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The invariants that do not hold, one line each. */
function broken(run: Run): string[] {
  const wrong = INVARIANTS.filter(({ holds }) => !holds(run));
  const ended = run.result?.ok ? 'success' : (run.result?.error.message ?? 'exception');
  return wrong.map(
    ({ name }) => `${name}. With ${run.key.name}: ${nameOf(run.sequence)}. It ended: ${ended}`,
  );
}

// The client sends at most three times. Sequences of three take one event of each kind, because all would be too many.
test.each([
  { most: 3, events: KINDS, of: 'kinds of events' },
  { most: 2, events: EVENTS, of: 'events' },
])(
  'every sequence of up to $most of $events.length $of ends in an outcome that is true',
  async ({ most, events }) => {
    const wrong: string[] = [];
    const counts = Array(most).fill(0);
    for await (const run of enumerate(events, READY, most)) {
      counts[run.sequence.length - 1] += 1;
      wrong.push(...broken(run));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    const total = counts.reduce((sum, count) => sum + count, 0);
    // A sequence that is longer than the client's attempts ends like its beginning.
    const all = counts.reduce((sum, _, index) => sum + events.length ** (index + 1), 0);
    console.log(`${total} sequences (${counts.join(' + ')}), which stand for all ${all}.`);
    for (const count of counts) expect(count).toBeGreaterThan(0);
  },
  120_000,
);

test.each(LATE)('with $name, every event of a first attempt ends in an outcome that is true', async (key) => {
  const wrong: string[] = [];
  for (const event of EVENTS) {
    const run = await perform([event], key);
    if (run !== undefined) wrong.push(...broken(run));
  }
  expect(wrong).toEqual([]);
});

test.each(MISSING)('with $name nothing is sent', async (key) => {
  const run = await perform([], key);
  expect(run?.sends).toBe(0);
  expect(run?.result?.error?.outcome).toBe(key.endsIn === 'exception' ? undefined : 'not_sent');
  expect(run && broken(run)).toEqual([]);
});
