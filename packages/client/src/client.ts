import createOpenApiClient, { type Client } from 'openapi-fetch';
import { interpretAnswer, type Sent } from './answer.ts';
import { readAnswer } from './body.ts';
import { type CancellationInput, checkOrderCode, toBody } from './cancellation.ts';
import { type ChannelClientOptions, configure } from './configuration.ts';
import { METHOD, PATH } from './generated/contract.ts';
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
  // In a closure and not in a field, so that no inspection of the client shows the key.
  const { baseUrl, apiKey, timeoutMs, retries, fetch, onExchange } = configure(options);
  const raw = createOpenApiClient<paths>({ baseUrl, fetch, redirect: 'manual' });
  raw.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Token ${await apiKey()}`);
    },
  });

  /** Sends the request once, and says what came of it; a stop ends it even where `fetch` or a body ignores its signal. */
  async function attempt(sent: Sent, init: RequestInit, stop: Stop): Promise<CancelResult> {
    async function exchange(): Promise<CancelResult> {
      return interpretAnswer(await readAnswer(await fetch(sent.url, init), stop.signal), sent);
    }
    try {
      return await Promise.race([exchange(), stop.stopped]);
    } catch (cause) {
      const reason = stop.reason();
      if (reason !== undefined) return interpretStop(reason, 'unknown', { ...sent, timeoutMs });
      return interpretConnectionError(cause, sent.url);
    }
  }

  /** Attempts until the order is cancelled, the failure must not be repeated, or the time is up. */
  async function attemptAll(sent: Sent, init: RequestInit, stop: Stop): Promise<CancelResult> {
    let known: Outcome = 'not_sent';
    for (let count = 1; ; count += 1) {
      const stopped = stop.reason();
      if (stopped !== undefined) return interpretStop(stopped, known, { ...sent, timeoutMs });
      const started = performance.now();
      const result = await attempt(sent, init, stop);
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

  function report(result: CancelResult, attempt: number, durationMs: number, { url, mask }: Sent): void {
    if (onExchange === undefined) return;
    const status = result.ok ? 200 : 'status' in result.error ? result.error.status : undefined;
    const kind = result.ok ? 'ok' : result.error.kind;
    try {
      onExchange({ method: METHOD, url: mask(url), status, kind, attempt, durationMs });
    } catch {
      // What the caller's log does wrong must not hide what happened to the order.
    }
  }

  return {
    raw,
    async cancelTourOrder(axOrderCode, input) {
      const code = checkOrderCode(axOrderCode);
      const body = toBody(input);
      const url = baseUrl + PATH.replace('{ax_order_code}', encodeURIComponent(code));
      const stop = createStop(timeoutMs, input.signal);
      try {
        const key = await Promise.race([apiKey(), stop.stopped]).catch((error: unknown) => {
          if (stop.reason() === undefined) throw error;
          return '';
        });
        const reason = stop.reason();
        if (reason !== undefined) return interpretStop(reason, 'not_sent', { url, timeoutMs });
        const init: RequestInit = {
          method: METHOD,
          headers: { Authorization: `Token ${key}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
          redirect: 'manual',
          signal: stop.signal,
        };
        const mask = (text: string) => text.replaceAll(key, '***');
        return await attemptAll({ url, code, body, mask }, init, stop);
      } finally {
        stop.release();
      }
    },
  };
}
