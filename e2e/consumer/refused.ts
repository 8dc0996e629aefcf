import { createChannelClient } from '@ax-cloud/channel-client';

// Each line that must not compile ends with the error that it gets.
const channel = createChannelClient({ apiKey: 'key', environment: 'test' });

export async function cancel(): Promise<void> {
  await channel.cancelTourOrder('order', { status: 'New' }); // error TS2322
  const result = await channel.cancelTourOrder('order', { status: 'Traveler cancel' });
  console.log(result.order.ax_order_code); // error TS18048
  console.log(result.error.kind); // error TS18048
  if (!result.ok) console.log(result.error.detail); // error TS2339
  await channel.raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
    params: { path: { ax_order_code: 'order' } },
    body: {
      ax_order_status: 'Traveler cancel', // error TS2353
      channel_status: 'Traveler cancel',
    },
  });
}
