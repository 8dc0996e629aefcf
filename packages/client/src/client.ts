import createOpenApiClient, { type Client } from 'openapi-fetch';
import { interpretAnswer } from './answer.ts';
import { type CancellationInput, checkOrderCode, toBody } from './cancellation.ts';
import { type ChannelClientOptions, configure } from './configuration.ts';
import { PATH } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import type { CancelResult } from './result.ts';
import { interpretTransportError } from './transport-error.ts';

/** Cancels tour orders at AX Cloud. */
export interface ChannelClient {
  /**
   * Cancels one order as a whole, and proves it: `ok` is true only when the answer repeats the order code and both statuses.
   * Sends one request, follows no redirect, and repeats nothing.
   *
   * @param axOrderCode AX Cloud's code of the order, not your own order number
   * @returns the cancelled order, or a failure with `kind` and `outcome`. Nothing from the network throws.
   * @throws {TypeError} when an argument cannot be sent, before anything is; and whatever an `apiKey` function throws
   */
  cancelTourOrder(axOrderCode: string, input: CancellationInput): Promise<CancelResult>;

  /**
   * The contract as openapi-fetch gives it, fully typed, with the key added. It checks nothing beyond that: a 200 may
   * not be the echo of the request, and network failures throw. Redirects are refused.
   */
  readonly raw: Client<paths>;
}

/**
 * Makes a client for one key and one server.
 *
 * @throws {TypeError} when the options are wrong, naming the option and what to write
 */
export function createChannelClient(options: ChannelClientOptions): ChannelClient {
  const { baseUrl, apiKey, timeoutMs, fetch } = configure(options);
  const raw = createOpenApiClient<paths>({ baseUrl, fetch, redirect: 'manual' });
  // In a closure and not in a field, so that no inspection of the client shows the key.
  raw.use({
    async onRequest({ request }) {
      if (!request.headers.has('Authorization'))
        request.headers.set('Authorization', `Token ${await apiKey()}`);
    },
  });

  return {
    raw,
    async cancelTourOrder(axOrderCode, input) {
      const code = checkOrderCode(axOrderCode);
      const body = toBody(input);
      const headers = { Authorization: `Token ${await apiKey()}` };
      const where = `PATCH ${baseUrl}${PATH.replace('{ax_order_code}', encodeURIComponent(code))}`;
      const timeout = AbortSignal.timeout(timeoutMs);
      const { signal } = input;
      if (signal?.aborted)
        return interpretTransportError(signal.reason, { where, timeoutMs, signal, sent: false });
      try {
        const { data, error, response } = await raw.PATCH(PATH, {
          params: { path: { ax_order_code: code } },
          body,
          headers,
          parseAs: 'text',
          signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        });
        return interpretAnswer(response, data ?? error, { where, code, body });
      } catch (cause) {
        return interpretTransportError(cause, { where, timeoutMs, signal, timeout });
      }
    },
  };
}
