import { createChannelClient } from '@ax-cloud/channel-client';

export async function POST(_request: Request, { params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const channel = createChannelClient({
    apiKey: process.env.AX_API_KEY ?? '',
    baseUrl: process.env.AX_BASE_URL ?? '',
  });
  const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel' });
  if (result.ok) return Response.json({ status: result.order.ax_order_status });
  const { kind, outcome } = result.error;
  return Response.json({ kind, outcome }, { status: outcome === 'rejected' ? 422 : 502 });
}
