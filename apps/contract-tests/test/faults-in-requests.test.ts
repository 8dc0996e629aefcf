import { describe } from 'vitest';
import { requestFaults } from '../faults/variants/all.ts';
import { testEach } from './test-each.ts';
import { expectNamed } from './trial.ts';

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  testEach(
    requestFaults,
    ({ does, fails }) => `a server that ${does} fails ${fails}`,
    async (variant) => void (await expectNamed(variant)),
  );
});
