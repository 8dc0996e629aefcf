import { readBody } from './body.ts';
import { type CancellationInput, checkOrderCode, toBody } from './cancellation.ts';
import { checkCallable, checkCount } from './check.ts';
import { type ChannelClientOptions, configure, type Exchange } from './configuration.ts';
import { interpretConnectionError } from './connection.ts';
import { type Call, fail } from './failure.ts';
import { KEY_PREFIX, METHOD, PATH, PLACEHOLDER, SUCCESS } from './generated/contract.ts';
import { createMask, maskNothing } from './mask.ts';
import { createRawClient, type RawClient } from './raw.ts';
import { interpretResponse } from './response.ts';
import type { CancelResult, Outcome } from './result.ts';
import { pauseBeforeNext } from './retry.ts';
import { createStop } from './stop.ts';

/** Cancels tour orders at AX Cloud. */
export interface ChannelClient {
  /**
   * Cancels one order as a whole, and proves it: `ok` is true only when the response repeats the order code and the
   * statuses. Follows no redirect, and sends again only where nothing was sent or the server asked to come back.
   *
   * @param axOrderCode the code of the order that the contract's path has
   * @returns the cancelled order, or a failure with `kind` and `outcome`. Nothing from the network throws.
   * @throws {TypeError} when an argument cannot be sent, before anything is; and whatever an `apiKey` function throws
   */
  cancelTourOrder(axOrderCode: string, input: CancellationInput): Promise<CancelResult>;

  /**
   * The contract as openapi-fetch gives it, fully typed, with the key and the time limit added. It checks nothing beyond
   * that: a success may not repeat the request, network failures throw, nothing is masked, and `onExchange` and `retries`
   * do not concern it. Redirects are not followed. openapi-fetch itself is loaded with the first call.
   */
  readonly raw: RawClient;
}

/**
 * Makes a client for one key and one server.
 *
 * @throws {TypeError} when the options are wrong, naming the option and what to write
 */
export function createChannelClient(options: ChannelClientOptions): ChannelClient {
  // In a closure and not in a field, so that no inspection of the client shows the key.
  const configuration = configure(options);
  const { baseUrl, apiKey, fetch, onExchange, headers, search } = configuration;
  let maskedKey = '';
  let mask = maskNothing;

  async function cancelTourOrder(axOrderCode: string, input: CancellationInput): Promise<CancelResult> {
    const code = checkOrderCode(axOrderCode);
    const body = toBody(input);
    const { signal } = input;
    const timeoutMs = checkCount('timeoutMs', input.timeoutMs ?? configuration.timeoutMs, 1);
    const retries = checkCount('retries', input.retries ?? configuration.retries, 0);
    // An AbortController passed by mistake has no `addEventListener`.
    checkCallable('signal', 'AbortSignal', signal && (signal.addEventListener ?? signal));
    const url = baseUrl + PATH.replace(PLACEHOLDER, encodeURIComponent(code)) + search;
    const stop = createStop(timeoutMs, signal);
    let responding = false;
    const call: Call = { url, code, body, mask: maskNothing, known: 'not_sent', repeatable: false };

    function stopped(found: Outcome): CancelResult {
      const aborted = signal?.aborted;
      const what = aborted ? 'was stopped by its signal' : `had no complete response within ${timeoutMs} ms`;
      return fail(call, aborted ? 'aborted' : 'timeout', found, what, {});
    }

    async function exchange(init: RequestInit): Promise<CancelResult> {
      const response = await fetch(url, init);
      responding = true;
      return interpretResponse(response, await readBody(response, stop), call);
    }

    /** Sends once, and says what came of it; a stop ends it even where `fetch` or a body ignores its signal. */
    async function attempt(init: RequestInit): Promise<CancelResult> {
      responding = false;
      call.repeatable = false;
      try {
        return await stop.race(exchange(init));
      } catch (error) {
        return stop.signal.aborted ? stopped('unknown') : interpretConnectionError(error, call, responding);
      }
    }

    try {
      const given = apiKey();
      const key = typeof given === 'string' ? given : await stop.race(given);
      if (key !== maskedKey) {
        maskedKey = key;
        mask = createMask(key);
      }
      call.mask = mask;
      const init: RequestInit = {
        method: METHOD,
        headers: { ...headers, Authorization: KEY_PREFIX + key, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: stop.signal,
      };
      for (let count = 1; ; count += 1) {
        stop.signal.throwIfAborted();
        // Reading the clock takes a noticeable part of a call, and only `onExchange` is told the time.
        const started = onExchange === undefined ? 0 : performance.now();
        const result = await attempt(init);
        report(result, count, started, call);
        if (result.ok) return result;
        call.known = result.error.outcome;
        const pause = pauseBeforeNext(result.error, call.repeatable, count);
        if (count > retries || pause >= stop.remaining()) return result;
        await stop.wait(pause);
      }
    } catch (error) {
      // Between the attempts nothing throws but a stop and the function that gives the key.
      if (stop.signal.aborted) return stopped(call.known);
      throw error;
    } finally {
      stop.release();
    }
  }

  function report(result: CancelResult, attempt: number, started: number, call: Call): void {
    if (onExchange === undefined) return;
    const durationMs = performance.now() - started;
    const told: Told = result.error ?? { kind: 'ok', status: SUCCESS, headers: result.headers };
    const exchange: Exchange = {
      method: METHOD,
      url: call.mask(call.url),
      status: told.status,
      kind: told.kind,
      outcome: told.outcome,
      code: told.code,
      headers: told.headers,
      attempt,
      durationMs,
    };
    // What the caller's log does wrong, at once or later, must not hide what happened to the order.
    (async () => onExchange(exchange))().catch(() => {});
  }

  return { raw: createRawClient(configuration), cancelTourOrder };
}

/** What a result says of an attempt. */
type Told = Pick<Exchange, 'kind'> & Partial<Pick<Exchange, 'status' | 'outcome' | 'code' | 'headers'>>;
