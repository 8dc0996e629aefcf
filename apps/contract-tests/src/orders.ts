import { randomUUID } from 'node:crypto';
import type { Case } from './case.ts';
import type { Settings } from './settings.ts';

/** The orders of a run, and who may use which. */
export interface Orders {
  /** How many orders a run of these cases uses up, however many there are. */
  readonly needed: number;
  /** How many there are; Infinity for a mock, which takes any code. */
  readonly available: number;
  /** The order code for a case, or why there is none. */
  assign(one: Case): { code: string } | { missing: string };
  /** The server has proven that this order is cancelled. */
  confirm(code: string): void;
  /** An order that had to stay as it was may be cancelled: no further order is risked. */
  stop(culprit: Case): void;
}

/** Deals the order codes out: one for all cases that must not cancel, which the first cancel then takes over. */
export function dealOrders(settings: Settings, cases: readonly Case[], unknownCode: string): Orders {
  const codes = [...settings.orderCodes];
  const available = settings.target === 'mock' ? Number.POSITIVE_INFINITY : codes.length;
  const fresh = cases.filter(({ needs }) => needs === 'fresh-order').length;
  const shares = cases.some(({ needs }) => needs === 'order');
  const needed = Math.max(fresh, shares ? 1 : 0);
  let shared: string | undefined;
  let cancelled: string | undefined;
  let culprit: string | undefined;

  function take(): string | undefined {
    return settings.target === 'mock' ? randomUUID() : codes.shift();
  }

  return {
    needed,
    available,
    confirm(code) {
      cancelled ??= code;
    },
    stop(one) {
      culprit = one.id;
    },
    assign({ needs }) {
      if (needs === 'nothing' || needs === 'key') return { code: unknownCode };
      if (culprit !== undefined) {
        return { missing: `${culprit} may have cancelled an order, so no further one is risked` };
      }
      if (needs === 'cancelled-order') {
        return cancelled === undefined
          ? { missing: 'no cancel before it was proven to have worked' }
          : { code: cancelled };
      }
      const code = shared ?? take();
      if (code === undefined) {
        return { missing: `no order left: the run needs ${needed} and AX_ORDER_CODES has ${available}` };
      }
      // The first real cancel takes the shared order over, and so proves that nothing before it had cancelled it.
      shared = needs === 'order' ? code : undefined;
      return { code };
    },
  };
}
