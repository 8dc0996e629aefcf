import { loadContract } from '@ax-cloud/contract/contract';
import { expect } from 'vitest';
import { CONFORMING } from '../faults/behaviour.ts';
import { type Trial, tryServer } from '../faults/try.ts';
import type { Variant } from '../faults/variant.ts';

export const contract = await loadContract();

/** The cases that failed. */
export function failures({ results }: Trial): string[] {
  return results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

/** Runs the suite against a server that is wrong in one way, and demands the right case and no other. */
export async function expectNamed({ fails, also, change, send }: Omit<Variant, 'does'>): Promise<Trial> {
  const timeoutMs = send === undefined ? 5000 : 2000;
  const trial = await tryServer(contract, { ...CONFORMING, ...change }, { send, timeoutMs });
  const failed = failures(trial);
  expect(failed).toContain(fails);
  expect(failed.filter((id) => id !== fails && !also?.test(id))).toEqual([]);
  return trial;
}
