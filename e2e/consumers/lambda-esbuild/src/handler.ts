import { createChannelClient } from '@ax-cloud/channel-client';

const channel = createChannelClient({
  apiKey: process.env.AX_API_KEY ?? '',
  baseUrl: process.env.AX_BASE_URL ?? '',
});

interface Event {
  pathParameters: { code: string };
}

export async function handler({ pathParameters: { code } }: Event) {
  const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel' });
  if (result.ok) return { statusCode: 200, body: JSON.stringify({ status: result.order.ax_order_status }) };
  const { kind, outcome } = result.error;
  return { statusCode: outcome === 'rejected' ? 422 : 502, body: JSON.stringify({ kind, outcome }) };
}
