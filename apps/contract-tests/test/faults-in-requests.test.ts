import { describe, test } from 'vitest';
import { requestFaults } from '../faults/variants/all.ts';
import { expectNamed } from './trial.ts';

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  test.each(requestFaults)('a server that $does fails $fails', async (variant) => {
    await expectNamed(variant);
  });
});
