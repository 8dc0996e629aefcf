import { readBody } from './body.ts';
import { type CancellationInput, checkOrderCode, toBody } from './cancellation.ts';
import { type ChannelClientOptions, configure, type Exchange } from './configuration.ts';
import { interpretConnectionError } from './connection.ts';
import { type Call, fail } from './failure.ts';
import { echoOf, METHOD, pathOf, SUCCESS } from './generated/contract.ts';
import { mask } from './mask.ts';
import { createRawClient, type RawClient } from './raw.ts';
import { interpretResponse } from './response.ts';
import type { CancelResult, Outcome } from './result.ts';
import { createStop } from './stop.ts';

/** Half of the longest first pause before another attempt, in milliseconds. It doubles with each one. */
const BASE_MS = 100;

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

  async function cancelTourOrder(axOrderCode: string, input: CancellationInput): Promise<CancelResult> {
    checkOrderCode(axOrderCode);
    const body = toBody(input);
    const { signal } = input;
    const timeoutMs = input.timeoutMs ?? configuration.timeoutMs;
    const retries = input.retries ?? configuration.retries;
    const stop = createStop(timeoutMs, signal);
    const call: Call = {
      url: configuration.baseUrl + pathOf(axOrderCode) + configuration.search,
      requested: echoOf(axOrderCode, body),
      key: '',
      known: 'not_sent',
      pause: 0,
    };

    function stopped(found: Outcome): CancelResult {
      return signal?.aborted
        ? fail(call, 'aborted', found, 'was stopped by its signal', {})
        : fail(call, 'timeout', found, `had no complete response within ${timeoutMs} ms`, {});
    }

    /** Sends once, and says what came of it; a stop ends it even where `fetch` or a body ignores its signal. */
    async function attempt(init: RequestInit): Promise<CancelResult> {
      let response: Response | undefined;
      call.pause = Number.POSITIVE_INFINITY;
      async function exchange(): Promise<CancelResult> {
        response = await (configuration.fetch ?? globalThis.fetch)(call.url, init);
        return interpretResponse(response, await readBody(response, stop), call);
      }
      try {
        return await stop.race(exchange());
      } catch (error) {
        return stop.signal.aborted ? stopped('unknown') : interpretConnectionError(error, call, response);
      }
    }

    try {
      const { apiKey } = configuration;
      call.key = typeof apiKey === 'string' ? apiKey : await stop.race(apiKey());
      const init: RequestInit = {
        method: METHOD,
        headers: configuration.headersFor(call.key),
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: stop.signal,
      };
      for (let count = 1; ; count += 1) {
        stop.signal.throwIfAborted();
        const started = performance.now();
        const result = await attempt(init);
        report(result, count, started, call);
        if (result.ok) return result;
        call.known = result.error.outcome;
        // What was asked for, and an exponential pause with full jitter.
        const pause = call.pause + Math.random() * BASE_MS * 2 ** count;
        if (count > retries || performance.now() + pause >= stop.deadline) return result;
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
    const { onExchange } = configuration;
    if (!onExchange) return;
    const durationMs = performance.now() - started;
    const told: Told = result.error ?? { kind: 'ok', status: SUCCESS, headers: result.headers };
    const { status, kind, outcome, code, headers } = told;
    const url = mask(call.url, call.key);
    const exchange = { method: METHOD, url, status, kind, outcome, code, headers, attempt, durationMs };
    // What the caller's log does wrong, at once or later, must not hide what happened to the order.
    (async () => onExchange(exchange))().catch(() => {});
  }

  return { raw: createRawClient(configuration), cancelTourOrder };
}

/** What a result says of an attempt. */
type Told = Pick<Exchange, 'kind'> & Partial<Pick<Exchange, 'status' | 'outcome' | 'code' | 'headers'>>;
