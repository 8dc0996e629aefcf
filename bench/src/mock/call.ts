import { loadContract } from '@ax-cloud/contract/contract';
import { orderIn } from '@ax-cloud/contract/echo';

const { path, method, orderCode, headers, query, request, success } = await loadContract();
const [body = ''] = Object.values(request.examples).map(({ value }) => JSON.stringify(value));
const [cancelled = ''] = Object.values(success.examples).map(({ value }) => JSON.stringify(value));
const search = new URLSearchParams(query.map(({ name, example }) => [name, String(example)]));

/** The contract's example of a success, for a server that knows nothing else. */
export const SUCCESS = { status: success.status, body: cancelled };

/** The one call that everything is measured with, each time for another order. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** @param number becomes the end of the order code, so that each call is for another order */
export function makeCall(number: number): Call {
  const end = String(number).padStart(12, '0');
  const code = String(orderCode.example).slice(0, -end.length) + end;
  const target = path.replace(`{${orderCode.name}}`, code);
  return {
    method,
    path: query.length === 0 ? target : `${target}?${search}`,
    headers: {
      ...Object.fromEntries(headers.map(({ name, example }) => [name, String(example)])),
      authorization: 'Token any-key',
      'content-type': 'application/json',
    },
    body,
  };
}

/**
 * Makes the call once.
 *
 * @throws {Error} when the response is not a success with an order, so that no server is fast by sending something else
 */
export async function callOnce(url: string): Promise<void> {
  const { path: target, ...call } = makeCall(1);
  const response = await fetch(url + target, call);
  const received: unknown = await response.json();
  const order = Object(orderIn(success, received));
  if (response.status !== success.status || !Object.keys(success.echoes).every((field) => field in order)) {
    throw new Error(
      `${url} responded ${response.status} ${JSON.stringify(received)}, not a cancelled order.`,
    );
  }
}
