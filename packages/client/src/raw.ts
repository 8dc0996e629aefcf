import type { Client } from 'openapi-fetch';
import type { Configuration } from './configuration.ts';
import { METHOD } from './generated/contract.ts';
import type { paths } from './generated/openapi.d.ts';
import { createStop } from './stop.ts';

/** The contract's operation as openapi-fetch gives it. */
export type RawClient = Pick<Client<paths>, typeof METHOD>;

/**
 * Makes the part of the client that checks nothing. What it takes is loaded with the first call, because cancelling an order
 * takes none of it. That gets from here what both need: otherwise most bundlers would make a third file of it.
 */
export const createRawClient = (configuration: Configuration): RawClient =>
  ({
    [METHOD]: async (...call: Parameters<RawClient[typeof METHOD]>) =>
      (await import('./raw-call.ts')).sendRaw(METHOD, configuration, createStop, ...call),
  }) as unknown as RawClient;
