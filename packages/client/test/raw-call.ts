import {
  METHOD,
  ORDER_CODE,
  type Order,
  orderOf,
  PATH,
  type SuccessBody,
} from '../src/generated/contract.ts';
import type { ChannelClient } from '../src/index.ts';
import { bodyFor, CODE, INPUT } from './call.ts';

/**
 * Sends the valid call with `raw`. Its types are tested apart, because they differ with the contract.
 *
 * @param change fields of the body in place of those of the valid call
 */
export async function sendRaw(
  { raw }: ChannelClient,
  change: object = {},
  headers: object = {},
  signal?: AbortSignal,
): Promise<{ order: Order | undefined; response: Response }> {
  const body = { ...bodyFor(INPUT), ...change };
  const call: unknown = { params: { path: { [ORDER_CODE]: CODE } }, body, headers, signal };
  const { data, response } = await raw[METHOD](PATH, call as Parameters<typeof raw.PATCH>[1]);
  return { order: data && orderOf(data as SuccessBody), response };
}
