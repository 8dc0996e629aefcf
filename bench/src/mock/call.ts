import { loadContract } from '@ax-cloud/contract/contract';

const { path, method } = await loadContract();

/** The one call that everything is measured with, each time for another order and with another comment. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** @param number makes the call another one */
export function makeCall(number: number): Call {
  return {
    method,
    path: path.replace('{ax_order_code}', `b9872ed4-12c5-4fb5-ae18-${String(number).padStart(12, '0')}`),
    headers: { authorization: 'Token any-key', 'content-type': 'application/json' },
    body: JSON.stringify({
      ax_status: 'Traveler cancel',
      channel_status: 'Traveler cancel',
      comment: `여행자의 개인 사정으로 인한 취소 ${number}`,
    }),
  };
}

/**
 * Makes the call once.
 *
 * @throws {Error} when the answer is not that of a cancel, so that nobody is fast by answering something else
 */
export async function callOnce(url: string): Promise<void> {
  const { path: target, ...call } = makeCall(1);
  const response = await fetch(url + target, call);
  const body: unknown = await response.json();
  const cancelled = typeof body === 'object' && body !== null && 'ax_order_status' in body;
  if (response.status !== 200 || !cancelled)
    throw new Error(
      `${url} answered ${response.status} ${JSON.stringify(body)}, which is no cancelled order.`,
    );
}
