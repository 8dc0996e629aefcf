import type { Contract } from './contract.ts';
import { readRefusals } from './refusals.ts';

/** What a documented refusal is about: the key, the order, the request, or something else. The client names its failures like this. */
export type RefusalKind = 'forbidden' | 'not_found' | 'invalid_request' | 'refused';

/** What each documented refusal is about, by its status. It follows from what provokes the refusal. */
export function refusalKinds(contract: Contract): Record<number, RefusalKind> {
  const { missingKey, wrongKey, order, invalid, unreadable } = readRefusals(contract);
  const byRole: [RefusalKind, readonly { status: number }[]][] = [
    ['invalid_request', [...invalid, unreadable]],
    ['not_found', order],
    ['forbidden', [missingKey, ...wrongKey]],
  ];
  const found: Record<number, RefusalKind> = {};
  for (const { status } of contract.responses)
    if (status !== contract.success.status) found[status] = 'refused';
  for (const [kind, examples] of byRole) for (const { status } of examples) found[status] = kind;
  return found;
}
