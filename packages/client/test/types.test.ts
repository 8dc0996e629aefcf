import { expectTypeOf, test } from 'vitest';
import type { CancelBody, METHOD, PATH, ParameterOptions } from '../src/generated/contract.ts';
import type { UNCANCELLED } from '../src/generated/mock.ts';
import {
  type CancelFailure,
  type CancellationInput,
  type CancelledOrder,
  type ChannelClient,
  createChannelClient,
  type operations,
  orThrow,
} from '../src/index.ts';

/** What else the contract demands, so that the compiler does not refuse its absence. */
interface Given {
  input: CancellationInput;
  uncancelled: typeof UNCANCELLED;
  options: ParameterOptions extends object ? ParameterOptions : object;
  params: operations['cancelTourOrder']['parameters'];
  body: CancelBody;
}

// Compiled and never run: what must not compile stands under a directive on the line before it.
async function compileOnly(
  channel: ChannelClient,
  { input, uncancelled, options, params, body }: Given,
  [method, path]: [typeof METHOD, typeof PATH],
): Promise<void> {
  const result = await channel.cancelTourOrder('order', input);
  if (result.ok) expectTypeOf(result.order).toEqualTypeOf<CancelledOrder>();
  else if (result.error.kind === 'not_applied')
    expectTypeOf(result.error.received).toEqualTypeOf<CancelledOrder>();
  // @ts-expect-error: the order is sure to be there only after a look at "ok"
  const order: CancelledOrder = result.order;
  const { ok, error } = result;
  if (!ok) expectTypeOf(error).toEqualTypeOf<CancelFailure>();
  expectTypeOf(orThrow(result)).toEqualTypeOf(order);
  // @ts-expect-error: the status of an order that is not cancelled does not cancel one
  channel.cancelTourOrder('order', { ...input, status: uncancelled });
  createChannelClient({ ...options, apiKey: 'key', environment: 'test' });
  // @ts-expect-error: one server, not two
  createChannelClient({ ...options, apiKey: 'key', environment: 'test', baseUrl: 'https://ax.example.com' });
  channel.raw[method](path, { params, body });
  // @ts-expect-error: a name that no field of the request has
  channel.raw[method](path, { params, body: { 'no-such-field': 'New' } });
}

test('the compiler accepts what is right and refuses what is not', () => {
  expectTypeOf(compileOnly).returns.resolves.toBeVoid();
});
