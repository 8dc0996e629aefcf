import { expectTypeOf, test } from 'vitest';
import { type CancelledOrder, type ChannelClient, createChannelClient } from '../src/index.ts';

// Compiled and never run: what must not compile stands under a directive on the line before it.
async function compileOnly(channel: ChannelClient): Promise<void> {
  const result = await channel.cancelTourOrder('order', { status: 'Traveler cancel' });
  if (result.ok) expectTypeOf(result.order).toEqualTypeOf<CancelledOrder>();
  else if (result.error.kind === 'not_applied')
    expectTypeOf(result.error.received).toEqualTypeOf<CancelledOrder>();
  // @ts-expect-error: the order is there only after a look at "ok"
  result.order;
  // @ts-expect-error: "New" is no cancellation
  channel.cancelTourOrder('order', { status: 'New' });
  // @ts-expect-error: one server, not two
  createChannelClient({ apiKey: 'key', environment: 'test', baseUrl: 'https://ax.example.com' });
  const params = { path: { ax_order_code: 'order' } };
  // @ts-expect-error: the name of the answer, not of the request
  channel.raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', { params, body: { ax_order_status: 'New' } });
}

test('the compiler accepts what is right and refuses what is not', () => {
  expectTypeOf(compileOnly).returns.resolves.toBeVoid();
});
