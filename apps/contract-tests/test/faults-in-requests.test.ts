import { describe, test } from 'vitest';
import { authorizationVariants } from '../faults/variants/authorization.ts';
import { bodyVariants } from '../faults/variants/body.ts';
import { orderCodeVariants } from '../faults/variants/order-code.ts';
import { expectNamed } from './trial.ts';

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  test.each([...authorizationVariants, ...orderCodeVariants, ...bodyVariants])(
    'a server that $does fails $fails',
    async (variant) => {
      await expectNamed(variant);
    },
  );
});
