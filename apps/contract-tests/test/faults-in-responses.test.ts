import { describe, test } from 'vitest';
import { stateVariants } from '../faults/variants/state.ts';
import { successVariants } from '../faults/variants/success.ts';
import { wireVariants } from '../faults/variants/wire.ts';
import { expectNamed } from './trial.ts';

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  test.each([...successVariants, ...stateVariants, ...wireVariants])(
    'a server that $does fails $fails',
    async (variant) => {
      await expectNamed(variant);
    },
  );
});
