import { describe } from 'vitest';
import { requestFaults } from '../faults/variants/all.ts';
import { testEach } from './test-each.ts';
import { expectNamed } from './trial.ts';

describe.concurrent('A server with one fault fails in the case that names the fault, and in no unrelated case', () => {
  testEach(
    requestFaults,
    ({ does, fails }) => `a server that ${does} fails ${fails}`,
    async (variant) => void (await expectNamed(variant)),
  );
});
