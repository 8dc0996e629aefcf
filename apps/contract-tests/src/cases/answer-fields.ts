import type { Answer } from '../exchange.ts';
import { unwrap } from '../reading.ts';

/** The fields of an answer, inside its envelope or not; empty when it is no object. */
export function statusesOf(json: unknown): Record<string, unknown> {
  const { body } = unwrap(json);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/**
 * Whether an answer may mean that the order is cancelled: a success, unless it says that both statuses are still new.
 *
 * @param truthful whether this server's successes have said so far what was sent
 */
export function mayHaveCancelled({ status, json }: Answer, truthful: boolean): boolean {
  const { ax_order_status, channel_order_status } = statusesOf(json);
  const stillNew = ax_order_status === 'New' && channel_order_status === 'New';
  return status < 300 && !(truthful && stillNew);
}
