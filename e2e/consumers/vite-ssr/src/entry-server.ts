import { createChannelClient } from '@ax-cloud/channel-client';

const channel = createChannelClient({
  apiKey: process.env.AX_API_KEY ?? '',
  baseUrl: process.env.AX_BASE_URL ?? '',
});

/** Renders the page of a cancelled order. */
export async function render(code: string): Promise<string> {
  const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel' });
  return result.ok
    ? `<p>${result.order.ax_order_status}</p>`
    : `<p>${result.error.kind}, ${result.error.outcome}</p>`;
}
