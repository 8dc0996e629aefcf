import type { Client } from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import { KEY_PREFIX, METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import { createStop } from './stop.ts';

/** The contract's operation as openapi-fetch gives it. */
export type RawClient = Pick<Client<paths>, typeof METHOD>;

/** Makes the part of the client that checks nothing. */
export function createRawClient(configuration: Configuration): RawClient {
  const { baseUrl, apiKey, fetch, timeoutMs } = configuration;
  // A call of any path of the contract, whose types the signature has: here they are only handed on.
  async function send(...[path, init]: Parameters<RawClient[typeof METHOD]>): Promise<unknown> {
    const stop = createStop(timeoutMs, init.signal);
    const { signal } = stop;
    async function call(): Promise<unknown> {
      // Loaded with the first call, because cancelling an order takes none of it.
      const { default: createOpenApiClient } = await import('openapi-fetch');
      const headers = { ...configuration.headers, Authorization: KEY_PREFIX + (await apiKey()) };
      const client = createOpenApiClient<paths>({ baseUrl, fetch, headers, redirect: 'manual' });
      return client[METHOD](path, { ...init, signal });
    }
    return stop.race(call()).finally(stop.release);
  }
  return { [METHOD]: send } as unknown as RawClient;
}
