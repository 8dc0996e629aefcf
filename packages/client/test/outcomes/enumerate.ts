import type { Event, KeySource } from './model.ts';
import { nameOf, perform, RETRIES, type Run } from './perform.ts';

/**
 * Makes a call for every sequence of events, one after another. What the client does after an attempt depends only on
 * the attempts so far, so a sequence is extended only if the client sends again: every longer one would end like it.
 *
 * @param most attempts in a sequence; a sequence after which the client still goes on is left out
 * @throws {Error} when the client sends more often than it may
 */
export async function* enumerate(
  events: readonly Event[],
  key: KeySource,
  most: number,
  before: readonly Event[] = [],
): AsyncGenerator<Run> {
  for (const event of events) {
    const sequence = [...before, event];
    const run = await perform(sequence, key);
    if (run !== undefined) yield run;
    else if (sequence.length < most) yield* enumerate(events, key, most, sequence);
    else if (most > RETRIES)
      throw new Error(`The client sends more than ${most} times: ${nameOf(sequence)}.`);
  }
}
