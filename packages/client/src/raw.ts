import type { Client } from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import type { paths } from './generated/openapi.d.ts';

/** The contract's operation as openapi-fetch gives it. */
export interface RawClient {
  PATCH: Client<paths>['PATCH'];
}

/** Makes the part of the client that checks nothing. */
export function createRawClient({ baseUrl, apiKey, fetch }: Configuration): RawClient {
  // A call of any path of the contract, whose types the signature has: here they are only handed on.
  async function send(...call: Parameters<RawClient['PATCH']>): Promise<unknown> {
    // Loaded with the first call, because cancelling an order takes none of it.
    const { default: createOpenApiClient } = await import('openapi-fetch');
    const headers = { Authorization: `Token ${await apiKey()}` };
    return createOpenApiClient<paths>({ baseUrl, fetch, headers, redirect: 'manual' }).PATCH(...call);
  }
  return { PATCH: send as RawClient['PATCH'] };
}
