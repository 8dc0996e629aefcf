import type { Client } from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import { KEY_PREFIX, METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';

/** The contract's operation as openapi-fetch gives it. */
export type RawClient = Pick<Client<paths>, typeof METHOD>;

/** Makes the part of the client that checks nothing. */
export function createRawClient({ baseUrl, apiKey, fetch, parameters }: Configuration): RawClient {
  // A call of any path of the contract, whose types the signature has: here they are only handed on.
  async function send(...call: Parameters<RawClient[typeof METHOD]>): Promise<unknown> {
    // Loaded with the first call, because cancelling an order takes none of it.
    const { default: createOpenApiClient } = await import('openapi-fetch');
    const headers = { ...parameters.headers, Authorization: KEY_PREFIX + (await apiKey()) };
    return createOpenApiClient<paths>({ baseUrl, fetch, headers, redirect: 'manual' })[METHOD](...call);
  }
  return { [METHOD]: send } as unknown as RawClient;
}
