import type { Contract } from '@ax-cloud/contract/contract';
import { readRefusals } from '@ax-cloud/contract/refusals';

/** The statuses by which a server refuses a request, by what it refuses. */
export interface RefusalStatuses {
  /** The documented ones for a key. */
  missingKey: number;
  wrongKey: number;
  /** The documented one for an order code that no order has. */
  order: number;
  /** The documented one for a body that is not JSON. */
  unreadable: number;
  /** The documented ones for a body that is JSON and invalid. */
  invalid: readonly number[];
}

/** Reads the documented statuses. */
export function refusalStatuses(contract: Contract): RefusalStatuses {
  const { missingKey, wrongKey, order, unreadable, invalid } = readRefusals(contract);
  return {
    missingKey: missingKey.status,
    wrongKey: wrongKey[0].status,
    order: order[0].status,
    unreadable: unreadable.status,
    invalid: [...new Set(invalid.map(({ status }) => status))],
  };
}

/** Whether a status speaks of the key: a documented one, or one that servers use in its place (RFC 9110, 15.5.2, 15.5.4). */
export function speaksOfKey(contract: Contract, status: number): boolean {
  const { missingKey, wrongKey } = refusalStatuses(contract);
  return [401, 403, missingKey, wrongKey].includes(status);
}

/** Whether a status says that there is no such order: the documented one, or HTTP's own (RFC 9110, 15.5.5). */
export function speaksOfOrder(contract: Contract, status: number): boolean {
  return [404, refusalStatuses(contract).order].includes(status);
}
