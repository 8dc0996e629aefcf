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
    does: 'lets a header turn POST into PATCH',
    fails: 'method.override',
    change: {
      methods: ({ method, headers }) =>
        method === contract.method ||
        (method === 'POST' && headers['x-http-method-override'] === contract.method),
    },
  },
  {
    does: 'crashes on another method',
    fails: 'method.put',
    also: /^method\./,
    change: { wrongMethod: crash },
  },
];
