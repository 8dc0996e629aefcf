import { crash, type Variant } from '../variant.ts';
import { contract } from '../words.ts';

/** Servers that cancel with another method, or crash on it. */
export const methodVariants: Variant[] = [
  {
    does: 'cancels with PUT',
    fails: 'method.put',
    change: { methods: ({ method }) => method === contract.method || method === 'PUT' },
  },
  {
    does: 'crashes on another method',
    fails: 'method.put',
    also: /^method\./,
    change: { wrongMethod: crash },
  },
];
