import { test } from 'vitest';
import { whySkipped } from '../faults/plain.ts';
import type { Server } from '../faults/variant.ts';

/** A test for each of these; one that cannot run, because another reading than its own is settled, says so in its title. */
export function testEach<One extends Pick<Server, 'speaks' | 'question'>>(
  all: readonly One[],
  title: (one: One) => string,
  run: (one: One) => Promise<void>,
): void {
  for (const one of all) {
    const why = whySkipped(one);
    test.skipIf(why !== '')(title(one) + why, () => run(one));
  }
}
