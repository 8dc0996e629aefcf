import createOpenApiClient from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import type { METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import type { RawClient } from './raw.ts';
import type { createStop } from './stop.ts';

/**
 * Sends a call of any path of the contract, whose types the signature has: here they are only handed on.
 *
 * @throws what the connection fails with, and the reason of the signal or a `TimeoutError` when the call has to end
 */
export async function sendRaw(
  method: typeof METHOD,
  { baseUrl, apiKey, fetch, timeoutMs, headersFor }: Configuration,
  start: typeof createStop,
  ...[path, init]: Parameters<RawClient[typeof METHOD]>
): Promise<unknown> {
  const stop = start(timeoutMs, init.signal);
  async function send(): Promise<unknown> {
    // openapi-fetch names the type of the body itself.
    const { 'Content-Type': _, ...headers } = headersFor(
      typeof apiKey === 'string' ? apiKey : await apiKey(),
    );
    const client = createOpenApiClient<paths>({
      baseUrl,
      fetch: fetch ?? globalThis.fetch,
      headers,
      redirect: 'manual',
    });
    return client[method](path, { ...init, signal: stop.signal });
  }
  try {
    return await stop.race(send());
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    init.signal?.throwIfAborted();
    throw new DOMException(`No complete response within ${timeoutMs} ms.`, 'TimeoutError');
  } finally {
    stop.release();
  }
}
