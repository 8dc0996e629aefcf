import createOpenApiClient from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import { KEY_PREFIX, METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import type { RawClient } from './raw.ts';
import { createStop } from './stop.ts';

/**
 * Sends a call of any path of the contract, whose types the signature has: here they are only handed on.
 *
 * @throws what the connection fails with, and the reason of the signal or a `TimeoutError` when the call has to end
 */
export async function sendRaw(
  { baseUrl, apiKey, fetch, timeoutMs, ...configuration }: Configuration,
  ...[path, init]: Parameters<RawClient[typeof METHOD]>
): Promise<unknown> {
  const stop = createStop(timeoutMs, init.signal);
  async function send(): Promise<unknown> {
    const headers = { ...configuration.headers, Authorization: KEY_PREFIX + (await apiKey()) };
    const client = createOpenApiClient<paths>({ baseUrl, fetch, headers, redirect: 'manual' });
    return client[METHOD](path, { ...init, signal: stop.signal });
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
