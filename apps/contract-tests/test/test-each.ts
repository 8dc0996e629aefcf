import { test } from 'vitest';
import { whySkipped } from '../faults/plain.ts';
import type { Server } from '../faults/variant.ts';

/** Declares a test for each. A test that a settled question rules out is skipped, and its title says why. */
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
