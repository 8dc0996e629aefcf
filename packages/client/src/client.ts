import createOpenApiClient, { type Client } from 'openapi-fetch';
import { type Answer, interpretAnswer, type Sent } from './answer.ts';
import { readAnswer } from './body.ts';
import { type CancellationInput, checkOrderCode, toBody } from './cancellation.ts';
import { type ChannelClientOptions, configure } from './configuration.ts';
import { PATH } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import type { CancelResult, Outcome } from './result.ts';
import { pauseBeforeNext } from './retry.ts';
import { createStop, type Stop } from './stop.ts';
import { interpretConnectionError, interpretStop } from './transport-error.ts';

/** Cancels tour orders at AX Cloud. */
export interface ChannelClient {
  /**
   * Cancels one order as a whole, and proves it: `ok` is true only when the answer repeats the order code and both
   * statuses. Follows no redirect, and sends again only where nothing was sent or the server asked to come back.
   *
   * @param axOrderCode AX Cloud's code of the order, not your own order number
   * @returns the cancelled order, or a failure with `kind` and `outcome`. Nothing from the network throws.
   * @throws {TypeError} when an argument cannot be sent, before anything is; and whatever an `apiKey` function throws
   */
  cancelTourOrder(axOrderCode: string, input: CancellationInput): Promise<CancelResult>;

  /**
   * The contract as openapi-fetch gives it, fully typed, with the key added. It checks nothing beyond that: a 200 may
   * not be the echo of the request, and network failures throw. Redirects are not followed.
   */
  readonly raw: Client<paths>;
}

/**
 * Makes a client for one key and one server.
 *
 * @throws {TypeError} when the options are wrong, naming the option and what to write
 */
export function createChannelClient(options: ChannelClientOptions): ChannelClient {
  const { baseUrl, apiKey, timeoutMs, retries, fetch, onExchange } = configure(options);
  // In a closure and not in a field, so that no inspection of the client shows the key.
  const raw = createOpenApiClient<paths>({ baseUrl, fetch, redirect: 'manual' });
  raw.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Token ${await apiKey()}`);
    },
  });
  // Builds a request from the contract's types as `raw` does, without the cost of a real `Request`.
  const wire = createOpenApiClient<paths>({ baseUrl, Request: RequestParts as unknown as typeof Request });

  async function attempt(sent: Sent, headers: Record<string, string>, stop: Stop): Promise<CancelResult> {
    let answer: Answer | undefined;
    try {
      await wire.PATCH(PATH, {
        params: { path: { ax_order_code: sent.code } },
        body: sent.body,
        headers,
        redirect: 'manual',
        signal: stop.signal,
        fetch: async (request) => {
          const { url, init } = request as unknown as RequestParts;
          const sending = fetch(url, init);
          const response = await Promise.race([sending, stop.stopped]).catch((error: unknown) => {
            // An answer that comes too late is not waited for, but its connection must not stay open.
            sending.then(({ body }) => body?.cancel()).catch(() => {});
            throw error;
          });
          answer = await Promise.race([readAnswer(response, stop.signal), stop.stopped]);
          return ALREADY_READ;
        },
      });
    } catch (cause) {
      const reason = stop.reason();
      if (reason !== undefined) return interpretStop(reason, 'unknown', { ...sent, timeoutMs });
      return interpretConnectionError(cause, sent.where);
    }
    if (answer === undefined) throw new Error('openapi-fetch did not send the request.');
    return interpretAnswer(answer, sent);
  }

  /** Attempts until the order is cancelled, the failure must not be repeated, or the time is up. */
  async function attemptAll(sent: Sent, headers: Record<string, string>, stop: Stop): Promise<CancelResult> {
    let known: Outcome = 'not_sent';
    for (let count = 1; ; count += 1) {
      const stopped = stop.reason();
      if (stopped !== undefined) return interpretStop(stopped, known, { ...sent, timeoutMs });
      const started = performance.now();
      const result = await attempt(sent, headers, stop);
      report(result, count, performance.now() - started, sent);
      if (result.ok) return result;
      const { error } = result;
      // A later attempt that was turned away says nothing about an earlier one that may have arrived.
      if (known === 'unknown' && error.outcome !== known) {
        error.outcome = known;
        error.message +=
          ' But an earlier attempt of this call may have arrived: check the order with AX Cloud.';
      }
      known = error.outcome;
      const pause = count > retries ? undefined : pauseBeforeNext(error, count);
      if (pause === undefined || pause >= stop.remaining()) return result;
      await stop.wait(pause);
    }
  }

  function report(result: CancelResult, attempt: number, durationMs: number, { where, mask }: Sent): void {
    if (onExchange === undefined) return;
    const [method = '', url = ''] = mask(where).split(' ');
    const status = result.ok ? 200 : 'status' in result.error ? result.error.status : undefined;
    const kind = result.ok ? 'ok' : result.error.kind;
    try {
      onExchange({ method, url, status, kind, attempt, durationMs });
    } catch {
      // What the caller's log does wrong must not hide what happened to the order.
    }
  }

  return {
    raw,
    async cancelTourOrder(axOrderCode, input) {
      const code = checkOrderCode(axOrderCode);
      const body = toBody(input);
      const where = `PATCH ${baseUrl}${PATH.replace('{ax_order_code}', encodeURIComponent(code))}`;
      const stop = createStop(timeoutMs, input.signal);
      try {
        const key = await Promise.race([apiKey(), stop.stopped]).catch((error: unknown) => {
          if (stop.reason() === undefined) throw error;
          return undefined;
        });
        const reason = stop.reason();
        if (key === undefined || reason !== undefined) {
          return interpretStop(reason ?? 'aborted', 'not_sent', { where, timeoutMs });
        }
        const mask = (text: string) => text.replaceAll(key, '***');
        return await attemptAll({ where, code, body, mask }, { Authorization: `Token ${key}` }, stop);
      } finally {
        stop.release();
      }
    },
  };
}

/** What openapi-fetch makes a `Request` of. */
class RequestParts {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

/** Tells openapi-fetch that there is no body to read, because it has been read already, and within bounds. */
const ALREADY_READ = { status: 204, ok: true, headers: { get: () => null } } as unknown as Response;
