import type { Client } from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import { METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';

/** The contract's operation as openapi-fetch gives it. */
export type RawClient = Pick<Client<paths>, typeof METHOD>;

/** Makes the part of the client that checks nothing. */
export function createRawClient(configuration: Configuration): RawClient {
  async function send(...call: Parameters<RawClient[typeof METHOD]>): Promise<unknown> {
    // Loaded with the first call, because cancelling an order takes none of it.
    const { sendRaw } = await import('./raw-call.ts');
    return sendRaw(configuration, ...call);
  }
  return { [METHOD]: send } as unknown as RawClient;
}
